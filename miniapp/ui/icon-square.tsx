import { View } from "@tarojs/components";
import type { Tone } from "./chip";
import { Icon, type IconName } from "./icon";

/** The sign at the left of a row, in a tint; at the largest type it steps back for the words. */
export function IconSquare({ name, tone }: { name: IconName; tone: Tone }) {
  return (
    <View className={`icon-square tone-${tone}`}>
      <Icon name={name} />
    </View>
  );
}
