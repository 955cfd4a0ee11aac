import { Text, View } from "@tarojs/components";
import { perWords, serviceWords, unitWords } from "@miniapp/domains/care-points/index";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { Segmented } from "@miniapp/ui/segmented";
import type { OfferingDraft } from "./record-draft";
import { dayName, WEEK } from "./record-words";
import { SpecialDaysField } from "./special-days-field";

const EVERY = [
  { value: "same", text: "每天一样" },
  { value: "each", text: "每天不同" },
] as const;
const MONDAY = 1;
const HOURS_LONGEST = 60;
const HOURS_HINT = "比如 10:30-13:00、17:00-19:00；不开就写 休息";

interface OfferingFieldsProps {
  readonly offering: OfferingDraft;
  readonly onChange: (part: Partial<OfferingDraft>) => void;
}

/** One service: its week, days that differ, what it costs, how many fit. */
export function OfferingFields({ offering, onChange }: OfferingFieldsProps) {
  const { service, isEveryDay, week, specialDays, fromYuan, toYuan, per, capacity, unit } = offering;
  const name = serviceWords[service];
  const changeDay = (weekday: number, hours: string) =>
    onChange({ week: week.map((typed, day) => (day === weekday ? hours : typed)) });
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{name}</Text>
        <Segmented
          label={`${name}的时间`}
          options={EVERY}
          value={isEveryDay ? "same" : "each"}
          onChange={(value) => onChange({ isEveryDay: value === "same" })}
        />
        {(isEveryDay ? [MONDAY] : WEEK).map((weekday) => (
          <Field
            key={weekday}
            label={`${name} ${isEveryDay ? "每天" : dayName(weekday)}几点到几点`}
            {...(weekday === MONDAY ? { hint: HOURS_HINT } : {})}
            maxLength={HOURS_LONGEST}
            value={week[weekday] ?? ""}
            onChange={(hours) => changeDay(weekday, hours)}
          />
        ))}
        <SpecialDaysField days={specialDays} onChange={(days) => onChange({ specialDays: days })} />
        <Field
          label={`${name} 最低多少元`}
          hint="不收费写 0，不知道就空着"
          maxLength={8}
          value={fromYuan}
          onChange={(typed) => onChange({ fromYuan: typed })}
        />
        <Field
          label={`${name} 最高多少元`}
          maxLength={8}
          value={toYuan}
          onChange={(typed) => onChange({ toYuan: typed })}
        />
        <Chips label="按什么算" words={perWords} chosen={per} onChoose={(value) => onChange({ per: value })} />
        <Field
          label={`${name} 能接待多少`}
          hint="不知道就空着"
          kind="number"
          maxLength={6}
          value={capacity}
          onChange={(typed) => onChange({ capacity: typed.replace(/\D/g, "") })}
        />
        <Chips label="单位" words={unitWords} chosen={unit} onChoose={(value) => onChange({ unit: value })} />
      </View>
    </Card>
  );
}

interface ChipsProps<Value extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

function Chips<Value extends string>({ label, words, chosen, onChoose }: ChipsProps<Value>) {
  return (
    <>
      <Text className="field-label">{label}</Text>
      <View className="filters">
        {(Object.keys(words) as Value[]).map((value) => (
          <FilterChip key={value} text={words[value]} isChosen={value === chosen} onPress={() => onChoose(value)} />
        ))}
      </View>
    </>
  );
}
