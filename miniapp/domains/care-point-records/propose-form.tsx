import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { OwnRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { ChangeKind } from "@shared/domains/care-point-records/record-changes.contract";
import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { ApiError } from "@miniapp/core/api-error";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { useProposeChange } from "./use-record-changes";
import { emptyDraft, wantedOf, type WantedDraft } from "./wanted-draft";
import { WantedFields } from "./wanted-fields";

/** Which one thing is to be another, and how; a position that lies far away is asked about once more. */
export function ProposeForm({ record }: { record: OwnRecord }) {
  const { carePointId, officeName } = record;
  const [draft, setDraft] = useState<WantedDraft | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const propose = useProposeChange();
  const isFar = propose.error instanceof ApiError && propose.error.facts.code === "position_far";
  const choose = (what: ChangeKind) => {
    propose.reset();
    setFault(null);
    setDraft({ ...emptyDraft(what), services: record.offerings.map(({ service }) => service) });
  };
  const submit = (isCertain: boolean) => {
    const change = wantedOf(draft ?? emptyDraft("name"));
    setFault("fault" in change ? change.fault : null);
    if (!("fault" in change)) propose.mutate({ carePointId, change, isCertain }, { onSuccess: () => setDraft(null) });
  };
  return (
    <>
      <View className="stack" {...roleOf("radiogroup")} aria-label="要改什么">
        {ChangeKind.options.map((what) => (
          <ChoiceRow key={what} text={changeWords[what]} isChosen={draft?.what === what} onPress={() => choose(what)} />
        ))}
      </View>
      {draft && <WantedFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />}
      {fault && (
        <Text className="field-error" {...roleOf("alert")}>
          {fault}
        </Text>
      )}
      <FormError error={propose.error} />
      {draft && (
        <BigButton
          text={`请${officeName}核实`}
          busyText="正在发"
          isBusy={propose.isPending}
          onPress={() => submit(false)}
        />
      )}
      {isFar && <BigButton kind="second" text="核对过了，就是这里" onPress={() => submit(true)} />}
    </>
  );
}
