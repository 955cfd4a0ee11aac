import { Text, View } from "@tarojs/components";
import { pressable } from "./pressable";

interface SegmentedProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** What is chosen here, for screen readers. */
  readonly label: string;
}

/** Two to four choices side by side; at the largest size one below the other. */
export function Segmented<Value extends string>({ options, value, onChange, label }: SegmentedProps<Value>) {
  return (
    <View className="segmented" role="radiogroup" aria-role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <View
          key={option.value}
          className={`segment${option.value === value ? " is-chosen" : ""}`}
          {...pressable({
            label: option.text,
            role: "radio",
            isChosen: option.value === value,
            onPress: () => onChange(option.value),
          })}
        >
          <Text>{option.text}</Text>
        </View>
      ))}
    </View>
  );
}
