import { Text, View } from "@tarojs/components";
import { pressable } from "./pressable";

interface FilterChipProps {
  readonly text: string;
  /** For one that is on or off; without it the chip leads somewhere. */
  readonly isChosen?: boolean;
  readonly onPress: () => void;
}

/** One filter that is on or off, or the way to a page beside the filters. */
export function FilterChip({ text, isChosen, onPress }: FilterChipProps) {
  return (
    <View
      className={`filter-chip${isChosen ? " is-chosen" : ""}`}
      {...pressable({ label: text, role: isChosen === undefined ? "button" : "switch", isChosen, onPress })}
    >
      <Text>{text}</Text>
    </View>
  );
}
