import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { REASON_LONGEST, type MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { Sheet } from "@miniapp/ui/sheet";
import { secondPersonWords } from "./point-copy";
import { useVerifyMealPoint } from "./use-meal-point-acts";

const verdicts = [
  { value: "yes", text: "同意", note: "两个人都同意，才算核查通过" },
  { value: "adjust", text: "退回调整", note: "改好了再交上来" },
  { value: "reject", text: "不同意", note: "这个点位到此为止，不能再改" },
] as const;
type Verdict = (typeof verdicts)[number]["value"];
const buttons: Readonly<Record<Verdict, string>> = { yes: "同意", adjust: "退回调整", reject: "不同意，不建了" };

/** 核查: who has said yes, what one says oneself, and why where it is not a yes. */
export function VerifySheet({ point, onClose }: { point: MealPoint; onClose: () => void }) {
  const { abilities, survey } = point;
  const choices = verdicts.filter(({ value }) => (value === "yes" ? abilities.agree : abilities.refuse));
  const [verdict, setVerdict] = useState<Verdict | undefined>(abilities.agree ? "yes" : undefined);
  const [reason, setReason] = useState("");
  const verify = useVerifyMealPoint(point.id);
  const typed = reason.trim();
  const isReady = verdict === "yes" || (verdict !== undefined && typed !== "");
  const submit = () => {
    const surveyVersion = survey?.version ?? 0;
    if (verdict === "yes") verify.mutate({ verdict, surveyVersion }, { onSuccess: onClose });
    else if (verdict !== undefined) verify.mutate({ verdict, surveyVersion, reason: typed }, { onSuccess: onClose });
  };
  return (
    <Sheet title="核查" onClose={() => verify.isPending || onClose()}>
      <Text>{secondPersonWords(point)}</Text>
      <View className="stack" {...roleOf("radiogroup")} aria-label="您的意见">
        {choices.map(({ value, text, note }) => (
          <ChoiceRow
            key={value}
            text={text}
            note={note}
            isChosen={verdict === value}
            onPress={() => setVerdict(value)}
          />
        ))}
      </View>
      {verdict !== undefined && verdict !== "yes" && (
        <Field
          label="为什么"
          hint="同事和报点位的人会看到"
          maxLength={REASON_LONGEST}
          value={reason}
          onChange={setReason}
        />
      )}
      <FormError error={verify.error} />
      <BigButton
        kind={verdict === "reject" ? "danger" : "primary"}
        text={verdict === undefined ? "选一样" : buttons[verdict]}
        isDisabled={!isReady}
        isBusy={verify.isPending}
        onPress={submit}
      />
      <BigButton kind="quiet" text="再看看" isDisabled={verify.isPending} onPress={onClose} />
    </Sheet>
  );
}
