import { Text } from "@tarojs/components";
import { useDemoSite } from "@miniapp/core/demo-site";

/** Says on a demo site that nothing here is real, at the end of every page; nothing on a real one. */
export function DemoNote() {
  const isDemo = useDemoSite((site) => site.isDemo);
  return isDemo ? <Text className="demo-note">演示数据：人、食堂和菜单都是编的。</Text> : null;
}
