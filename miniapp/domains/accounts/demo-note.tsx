import { Text } from "@tarojs/components";
import { useDemoPeople } from "./use-demo-people";

/** Says on a demo site that nothing here is real; nothing on a real one. */
export function DemoNote() {
  const people = useDemoPeople().data?.people ?? [];
  if (people.length === 0) return null;
  return <Text className="words-quiet">演示数据：人、食堂和菜单都是编的。</Text>;
}
