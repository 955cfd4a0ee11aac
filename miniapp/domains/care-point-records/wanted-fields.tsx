import { Text, View } from "@tarojs/components";
import { Datum, datumWords } from "@shared/core/datum";
import { CareService, careServiceWords, FacilityKind, facilityKindWords } from "@shared/core/network";
import {
  CARE_POINT_NAME_LONGEST,
  OPERATOR_NAME_LONGEST,
} from "@shared/domains/care-point-records/record-changes.contract";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FieldRows } from "@miniapp/ui/field-rows";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { roleOf } from "@miniapp/ui/role-of";
import type { WantedDraft } from "./wanted-draft";

interface WantedFieldsProps {
  readonly draft: WantedDraft;
  readonly onChange: (part: Partial<WantedDraft>) => void;
}

/** What is asked of a wish, by its kind. */
export function WantedFields(props: WantedFieldsProps) {
  switch (props.draft.what) {
    case "name":
      return <FieldRows rows={NAME} {...props} />;
    case "position":
      return <PositionFields {...props} />;
    case "services":
      return <ServiceFields {...props} />;
    case "kinds":
      return <KindFields {...props} />;
    case "operator":
      return <FieldRows rows={OPERATOR} {...props} />;
  }
}

const NAME = [{ of: "name", label: "新名称", hint: "和门口的牌子一样", maxLength: CARE_POINT_NAME_LONGEST }] as const;
const NUMBERS = [
  { of: "latitude", label: "纬度", hint: "三十几的那个数，比如 35.30200", maxLength: 16 },
  { of: "longitude", label: "经度", hint: "一百多的那个数，比如 113.88200", maxLength: 16 },
] as const;
const OPERATOR = [
  { of: "name", label: "新的运营单位", maxLength: OPERATOR_NAME_LONGEST },
  { of: "since", label: "从哪天起", hint: "八位数字，比如 20261201", kind: "number", maxLength: 8 },
  { of: "creditCode", label: "统一社会信用代码（可以不写）", hint: "营业执照上的 18 位", maxLength: 18 },
] as const;

function PositionFields({ draft, onChange }: WantedFieldsProps) {
  return (
    <>
      <Text className="field-label">数字从哪里来</Text>
      <View className="stack" {...roleOf("radiogroup")} aria-label="数字从哪里来">
        {Datum.options.map((datum) => (
          <ChoiceRow
            key={datum}
            text={datumWords[datum]}
            isChosen={draft.datum === datum}
            onPress={() => onChange({ datum })}
          />
        ))}
      </View>
      <FieldRows rows={NUMBERS} draft={draft} onChange={onChange} />
    </>
  );
}

const ServiceFields = ({ draft, onChange }: WantedFieldsProps) => (
  <Chips
    label="现在有哪些服务，都选上"
    words={careServiceWords}
    options={CareService.options}
    chosen={draft.services}
    onChange={(services) => onChange({ services })}
  />
);

const KindFields = ({ draft, onChange }: WantedFieldsProps) => (
  <Chips
    label="是哪一类，可以选几样"
    words={facilityKindWords}
    options={FacilityKind.options}
    chosen={draft.kinds}
    onChange={(kinds) => onChange({ kinds })}
  />
);

interface ChipsProps<Value extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Value, string>>;
  readonly options: readonly Value[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

function Chips<Value extends string>({ label, words, options, chosen, onChange }: ChipsProps<Value>) {
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <>
      <Text className="field-label">{label}</Text>
      <View className="filters">
        {options.map((value) => (
          <FilterChip key={value} text={words[value]} isChosen={chosen.includes(value)} onPress={() => toggle(value)} />
        ))}
      </View>
    </>
  );
}
