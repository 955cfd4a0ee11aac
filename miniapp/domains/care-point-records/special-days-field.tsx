import { Text, View } from "@tarojs/components";
import { SPECIAL_REASON_LONGEST } from "@shared/domains/care-point-records/care-point-records.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import type { SpecialDayDraft } from "./record-draft";

interface SpecialDaysFieldProps {
  readonly days: readonly SpecialDayDraft[];
  readonly onChange: (days: readonly SpecialDayDraft[]) => void;
}

/** Days that differ from the week: which, from when to when or 休息, and why. */
export function SpecialDaysField({ days, onChange }: SpecialDaysFieldProps) {
  const change = (place: number, part: Partial<SpecialDayDraft>) =>
    onChange(days.map((day, at) => (at === place ? { ...day, ...part } : day)));
  return (
    <View className="stack">
      {days.map((day, place) => (
        <View key={place} className="stack">
          <Text className="words-title">{`不一样的日子 ${place + 1}`}</Text>
          <Field
            label={`哪一天（${place + 1}）`}
            hint="比如 2026-12-01"
            maxLength={10}
            value={day.date}
            onChange={(date) => change(place, { date })}
          />
          <Field
            label={`几点到几点（${place + 1}）`}
            hint="不开就写 休息"
            maxLength={60}
            value={day.hours}
            onChange={(hours) => change(place, { hours })}
          />
          <Field
            label={`为什么（${place + 1}）`}
            maxLength={SPECIAL_REASON_LONGEST}
            value={day.reason}
            onChange={(reason) => change(place, { reason })}
          />
          <BigButton
            kind="quiet"
            text="这一天照常"
            label={`不一样的日子 ${place + 1}，这一天照常`}
            onPress={() => onChange(days.filter((_, at) => at !== place))}
          />
        </View>
      ))}
      <BigButton
        kind="second"
        icon="calendar"
        text="加一个不一样的日子"
        onPress={() => onChange([...days, { date: "", hours: "休息", reason: "" }])}
      />
    </View>
  );
}
