import { Text, View } from "@tarojs/components";
import { useOnline } from "@miniapp/core/use-online";
import { Icon } from "./icon";
import { roleOf } from "./role-of";

/** Says that what is seen may be from before, while there is no network. */
export function OfflineBar() {
  const isOnline = useOnline();
  if (isOnline) return null;
  return (
    <View className="banner tone-amber offline-bar" {...roleOf("status")}>
      <Icon name="offline" />
      <Text className="banner-text">现在没有网络，看到的是刚才的内容。有急事可以打电话。</Text>
    </View>
  );
}
