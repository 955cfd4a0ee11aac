import { Text, View } from "@tarojs/components";
import { Icon } from "@miniapp/ui/icon";
import { roleOf } from "@miniapp/ui/role-of";
import "./done-mark.scss";

/** It worked: a check and the word. */
export function DoneMark({ text }: { text: string }) {
  return (
    <View className="done-mark" {...roleOf("status")}>
      <View className="done-mark-circle">
        <Icon name="check" large />
      </View>
      <Text className="done-mark-text">{text}</Text>
    </View>
  );
}
