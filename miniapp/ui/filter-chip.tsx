import { Text, View } from "@tarojs/components";
import { Icon, type IconName } from "./icon";
import { pressable } from "./pressable";

interface FilterChipProps {
  readonly text: string;
  readonly icon?: IconName;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One filter that is on or off. */
export function FilterChip({ text, icon, isChosen, onPress }: FilterChipProps) {
  return (
    <View
      className={`filter-chip${isChosen ? " is-chosen" : ""}`}
      {...pressable({ label: text, role: "switch", isChosen, onPress })}
    >
      {icon && <Icon name={icon} />}
      <Text>{text}</Text>
    </View>
  );
}
