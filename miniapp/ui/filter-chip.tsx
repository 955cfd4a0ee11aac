import { Text, View } from "@tarojs/components";
import { pressable } from "./pressable";

interface FilterChipProps {
  readonly text: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One filter that is on or off. */
export function FilterChip({ text, isChosen, onPress }: FilterChipProps) {
  return (
    <View
      className={`filter-chip${isChosen ? " is-chosen" : ""}`}
      {...pressable({ label: text, role: "switch", isChosen, onPress })}
    >
      <Text>{text}</Text>
    </View>
  );
}
