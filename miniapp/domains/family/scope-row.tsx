import { Text, View } from "@tarojs/components";
import { Icon } from "@miniapp/ui/icon";
import { pressable } from "@miniapp/ui/pressable";

interface ScopeRowProps {
  readonly text: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One thing that a helper may do; several can be chosen. */
export function ScopeRow({ text, isChosen, onPress }: ScopeRowProps) {
  return (
    <View
      className={`choice-row${isChosen ? " is-chosen" : ""}`}
      {...pressable({ label: text, role: "switch", isChosen, onPress })}
    >
      <View className="choice-row-words">
        <Text className="choice-row-text">{text}</Text>
      </View>
      {isChosen && <Icon name="check" />}
    </View>
  );
}
