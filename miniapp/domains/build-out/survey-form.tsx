import { Text, View } from "@tarojs/components";
import { useCallback, useState } from "react";
import {
  ADDRESS_LONGEST,
  KitchenKind,
  kitchenKindWords,
  NAME_LONGEST,
  NOTES_LONGEST,
  SOURCE_LONGEST,
  type MealPoint,
} from "@shared/domains/build-out/build-out-shapes";
import { useDraft } from "@miniapp/core/use-draft";
import { everyDayHours, typedHours } from "@miniapp/domains/care-point-records/index";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FieldRows } from "@miniapp/ui/field-rows";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { LicenceFields } from "./licence-fields";
import { PositionFields } from "./position-fields";
import { readSurvey, surveyOf } from "./survey-draft";
import { useSurveyMealPoint } from "./use-meal-point-acts";

const WHERE = [
  { of: "name", label: "点位叫什么", maxLength: NAME_LONGEST },
  { of: "address", label: "地址", maxLength: ADDRESS_LONGEST },
  { of: "phone", label: "点位的电话", hint: "比如 0373-5550101", maxLength: 20 },
] as const;
const FOR_WHOM = [
  { of: "elders", label: "500 米内有多少位老人", kind: "number", maxLength: 6 },
  { of: "eldersSource", label: "这个数从哪里来", hint: "比如 社区台账、公安人口库", maxLength: SOURCE_LONGEST },
] as const;
const WHEN = [
  { of: "hours", label: "每天几点到几点供餐", hint: "比如 10:30-13:00、17:00-18:30；还没定就空着", maxLength: 60 },
  { of: "notes", label: "还要说的（可以不写）", maxLength: NOTES_LONGEST },
] as const;

/** 摸排表: filled in where the point is going to be, saved as often as it takes, handed in afterwards. */
export function SurveyForm({ point, onClose }: { point: MealPoint; onClose: () => void }) {
  const saved = point.survey?.openingHours ?? [];
  const hours = saved.length === 0 ? "" : typedHours(saved);
  const read = useCallback((kept: unknown) => readSurvey(kept, { point, hours }), [point, hours]);
  const [draft, change] = useDraft(`survey.${point.id}`, read);
  const [fault, setFault] = useState<string | null>(null);
  const save = useSurveyMealPoint(point.id);
  const submit = () => {
    const survey = surveyOf(draft, everyDayHours(draft.hours));
    setFault("fault" in survey ? survey.fault : null);
    if (!("fault" in survey)) save.mutate({ basedOn: draft.basedOn, survey }, { onSuccess: onClose });
  };
  return (
    <View className="stack build-narrow">
      <Text className="words-quiet">存下来还能再改，交上去以前都行。写到一半接个电话，一小时内回来还在。</Text>
      <FieldRows rows={WHERE} draft={draft} onChange={change} />
      <PositionFields position={draft} onChange={change} />
      <FieldRows rows={FOR_WHOM} draft={draft} onChange={change} />
      <Text className="field-label">饭从哪里来</Text>
      <View className="stack" {...roleOf("radiogroup")} aria-label="饭从哪里来">
        {KitchenKind.options.map((kind) => (
          <ChoiceRow
            key={kind}
            text={kitchenKindWords[kind]}
            isChosen={draft.kitchenKind === kind}
            onPress={() => change({ kitchenKind: kind })}
          />
        ))}
      </View>
      <LicenceFields licence={draft} onChange={change} />
      <FieldRows rows={WHEN} draft={draft} onChange={change} />
      {fault !== null && (
        <Text className="field-error" {...roleOf("alert")}>
          {fault}
        </Text>
      )}
      <FormError error={save.error} />
      <BigButton text="存下来" busyText="正在存" isBusy={save.isPending} onPress={submit} />
      <BigButton kind="quiet" text="不存，回去" onPress={onClose} />
    </View>
  );
}
