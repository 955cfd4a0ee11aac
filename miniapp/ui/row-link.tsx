import { Text, View } from "@tarojs/components";
import { Icon, type IconName } from "./icon";
import { IconSquare } from "./icon-square";
import { pressable } from "./pressable";
import { keepTogether } from "./sentence";

interface RowLinkProps {
  readonly icon: IconName;
  readonly text: string;
  readonly note?: string | undefined;
  /** For a row that switches something: whether it is on. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
}

/** A row of a list that leads somewhere, or switches something. */
export function RowLink({ icon, text, note, isOn, onPress }: RowLinkProps) {
  return (
    <View
      className="row-link"
      {...pressable({
        label: note ? `${text}，${note}` : text,
        role: isOn === undefined ? "button" : "switch",
        isChosen: isOn,
        onPress,
      })}
    >
      <IconSquare name={icon} tone="pine" />
      <View className="words">
        <Text className="row-link-text">{text}</Text>
        {note && <Text className="words-quiet">{keepTogether(note)}</Text>}
      </View>
      {isOn === undefined ? <Icon name="next" /> : <Text className="row-link-state">{isOn ? "开着" : "关着"}</Text>}
    </View>
  );
}
