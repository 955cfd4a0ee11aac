import { Text, View } from "@tarojs/components";
import type { Tone } from "./chip";
import { Icon, type IconName } from "./icon";

/** A sentence that everybody on the page should see, in a tint. */
export function Banner({ text, tone = "pine", icon }: { text: string; tone?: Tone; icon?: IconName }) {
  return (
    <View className={`banner tone-${tone}`}>
      {icon && <Icon name={icon} />}
      <Text className="banner-text">{text}</Text>
    </View>
  );
}
