import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { isRealDay } from "@shared/core/primitives";
import { Field } from "@miniapp/ui/field";
import { roleOf } from "@miniapp/ui/role-of";
import "./birth-date-field.scss";

interface BirthDateFieldProps {
  /** Gets `YYYY-MM-DD` once a real day is typed, the empty string until then. */
  readonly onChange: (birthDate: string) => void;
}

const EMPTY = { year: "", month: "", day: "" };
const twoDigits = (typed: string) => typed.padStart(2, "0");

/**
 * Year, month and day as digits: a wheel is hard for a shaking thumb, starts seventy turns away from the right year, and
 * no keyboard reaches it.
 */
export function BirthDateField({ onChange }: BirthDateFieldProps) {
  const [typed, setTyped] = useState(EMPTY);
  const { year, month, day } = typed;
  const isWhole = year.length === 4 && month !== "" && day !== "";
  const isWrong = isWhole && !isRealDay(inOrder(typed));
  const change = (part: Partial<typeof EMPTY>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(isRealDay(inOrder(next)) ? inOrder(next) : "");
  };
  return (
    <View className="birth-date">
      <Text className="birth-date-label">哪年哪月哪日出生</Text>
      <View className="birth-date-parts">
        <Field label="年" kind="number" maxLength={4} value={year} onChange={(value) => change({ year: value })} />
        <Field label="月" kind="number" maxLength={2} value={month} onChange={(value) => change({ month: value })} />
        <Field label="日" kind="number" maxLength={2} value={day} onChange={(value) => change({ day: value })} />
      </View>
      {isWrong && (
        <Text className="birth-date-wrong" {...roleOf("alert")}>
          没有这一天，请再看一眼。按身份证上的公历填。
        </Text>
      )}
    </View>
  );
}

const inOrder = ({ year, month, day }: typeof EMPTY): string => `${year}-${twoDigits(month)}-${twoDigits(day)}`;
