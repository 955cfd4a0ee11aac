import { Picker, Text, View } from "@tarojs/components";
import "./birth-date-field.scss";

interface BirthDateFieldProps {
  /** `YYYY-MM-DD`, or empty while not chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** "1948-03-05" as people write it: 1948年3月5日. */
export const dateInWords = (date: string): string => {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

/** The date wheel of each platform; it starts where most of our people were born. */
export function BirthDateField({ value, onChange }: BirthDateFieldProps) {
  const words = value === "" ? "点这里选年月日" : dateInWords(value);
  return (
    <View className="birth-date">
      <Text className="birth-date-label">出生日期</Text>
      <Picker
        mode="date"
        value={value === "" ? "1948-01-01" : value}
        start="1905-01-01"
        onChange={(event) => onChange(event.detail.value)}
      >
        <View className="birth-date-value" role="button" aria-role="button" tabIndex={0} aria-label={`出生日期，${words}`}>
          <Text>{words}</Text>
        </View>
      </Picker>
    </View>
  );
}
