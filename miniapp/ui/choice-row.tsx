import { Text, View } from "@tarojs/components";
import { Icon } from "./icon";
import { pressable } from "./pressable";

interface ChoiceRowProps {
  readonly text: string;
  readonly note?: string | undefined;
  readonly isChosen: boolean;
  /** One of several, or any of them. */
  readonly role?: "radio" | "checkbox";
  readonly onPress: () => void;
}

/** One row of a choice, 60 px and up; the chosen one has a check and a heavier edge, not only a colour. */
export function ChoiceRow({ text, note, isChosen, role = "radio", onPress }: ChoiceRowProps) {
  return (
    <View
      className={`choice-row${isChosen ? " is-chosen" : ""}`}
      {...pressable({ label: note ? `${text}，${note}` : text, role, isChosen, onPress })}
    >
      <View className="choice-row-words">
        <Text className="choice-row-text">{text}</Text>
        {note && <Text className="choice-row-note">{note}</Text>}
      </View>
      {isChosen && <Icon name="check" />}
    </View>
  );
}
