import { Text, View } from "@tarojs/components";
import type { Tone } from "./chip";
import { Icon, type IconName } from "./icon";
import { pressable } from "./pressable";

interface TileProps {
  readonly icon: IconName;
  readonly text: string;
  readonly note: string;
  readonly tone?: Tone;
  readonly onPress: () => void;
}

/** A way into a domain from the home page. */
export function Tile({ icon, text, note, tone = "pine", onPress }: TileProps) {
  return (
    <View className={`tile tone-${tone}`} {...pressable({ label: `${text}，${note}`, onPress })}>
      <Icon name={icon} large />
      <Text className="words-title">{text}</Text>
      <Text>{note}</Text>
    </View>
  );
}
