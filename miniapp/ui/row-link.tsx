import { Text, View } from "@tarojs/components";
import { Icon, type IconName } from "./icon";
import { pressable } from "./pressable";

interface RowLinkProps {
  readonly icon: IconName;
  readonly text: string;
  readonly note?: string | undefined;
  readonly onPress: () => void;
}

/** A row of a list that leads somewhere. */
export function RowLink({ icon, text, note, onPress }: RowLinkProps) {
  return (
    <View className="row-link" {...pressable({ label: note ? `${text}，${note}` : text, onPress })}>
      <View className="row-link-icon">
        <Icon name={icon} />
      </View>
      <View className="row-link-words">
        <Text className="row-link-text">{text}</Text>
        {note && <Text className="words-quiet">{note}</Text>}
      </View>
      <Icon name="next" />
    </View>
  );
}
