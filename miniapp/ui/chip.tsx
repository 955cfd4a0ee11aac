import { Text, View } from "@tarojs/components";
import { Icon, type IconName } from "./icon";

export type Tone = "pine" | "amber" | "danger" | "indigo" | "persimmon";

/** A short fact in a tint; its word says what its colour says. */
export function Chip({ text, tone = "pine", icon }: { text: string; tone?: Tone; icon?: IconName }) {
  return (
    <View className={`chip tone-${tone}`}>
      {icon && <Icon name={icon} />}
      <Text>{text}</Text>
    </View>
  );
}
