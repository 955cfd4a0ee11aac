import { Text } from "@tarojs/components";
import { useState } from "react";
import { EVIDENCE_LONGEST } from "@shared/domains/care-point-records/claims.contract";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import type { OwnClaimState } from "./own-claim-note";
import { useClaimCarePoint } from "./use-claims";

const PHONE = /^1[3-9]\d{9}$/;

/** Why somebody says that the place is theirs to run, and how to be reached. */
export function ClaimForm({ placeId, own }: { placeId: string; own: OwnClaimState }) {
  const { officeName, hasPhone, claim } = own;
  const [evidence, setEvidence] = useState("");
  const [phone, setPhone] = useState("");
  const send = useClaimCarePoint();
  const isReady = evidence.trim() !== "" && (hasPhone || PHONE.test(phone));
  const submit = () => send.mutate({ placeId, evidence: evidence.trim(), ...(hasPhone ? {} : { phone }) });
  return (
    <>
      {claim?.state === "turned_down" && (
        <Banner icon="info" tone="amber" text={`上次没有同意。${claim.words ?? ""}`} />
      )}
      <Text>{`您在这里管事，就可以认领。${officeName}打电话核实以后，您来更新这里的信息。`}</Text>
      <Field
        label="您在这里做什么"
        hint="比如：我是这里的院长，姓周，执照在我手上"
        maxLength={EVIDENCE_LONGEST}
        value={evidence}
        onChange={setEvidence}
      />
      {!hasPhone && (
        <Field
          label="您的手机号"
          hint="核实的人要打给您"
          kind="number"
          maxLength={11}
          value={phone}
          onChange={setPhone}
        />
      )}
      <FormError error={send.error} />
      <BigButton text="请他们核实" busyText="正在发" isDisabled={!isReady} isBusy={send.isPending} onPress={submit} />
    </>
  );
}
