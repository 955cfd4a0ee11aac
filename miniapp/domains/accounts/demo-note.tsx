import { Text } from "@tarojs/components";
import { useSession } from "@miniapp/core/session";
import { useDemoPeople } from "./use-demo-people";
import { useMe } from "./use-me";

/** Says on a demo site that nothing here is real; nothing on a real one. Who is signed in knows it of herself. */
export function DemoNote() {
  const isGuest = useSession((session) => session.token === null);
  const { data: me } = useMe();
  const { data: demo } = useDemoPeople({ isWanted: isGuest });
  const isDemo = isGuest ? (demo?.people.length ?? 0) > 0 : me?.isDemo;
  return isDemo ? <Text className="words-quiet">演示数据：人、食堂和菜单都是编的。</Text> : null;
}
