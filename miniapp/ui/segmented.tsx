import { Text, View } from "@tarojs/components";
import { pressable } from "./pressable";
import { roleOf } from "./role-of";

interface SegmentedProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** What is chosen here, for screen readers. */
  readonly label: string;
}

const FIT_IN_A_ROW = 9;

/** Two to four choices side by side; at the largest size one below the other when their words do not fit in a row. */
export function Segmented<Value extends string>({ options, value, onChange, label }: SegmentedProps<Value>) {
  const longest = Math.max(...options.map(({ text }) => text.length));
  const isLong = options.length * longest > FIT_IN_A_ROW;
  return (
    <View className={isLong ? "segmented is-long" : "segmented"} {...roleOf("radiogroup")} aria-label={label}>
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
