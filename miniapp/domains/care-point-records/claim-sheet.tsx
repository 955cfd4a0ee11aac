import { useState } from "react";
import { changeAnswerWords } from "@shared/domains/care-point-records/verifying-records";
import {
  CLAIM_WORDS_LONGEST,
  ClaimAnswer,
  LOGIN_NAME_LONGEST,
  type Claim,
} from "@shared/domains/care-point-records/claims.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { InvitationSheet } from "@miniapp/ui/invitation-sheet";
import { Segmented } from "@miniapp/ui/segmented";
import { Sheet } from "@miniapp/ui/sheet";
import { lookAgainAtClaims, useSettleClaim } from "./use-claims";

const ANSWERS = ClaimAnswer.options.map((value) => ({ value, text: changeAnswerWords[value] }));

/** Yes, with the code that is read out over the phone, or no with a word. */
export function ClaimSheet({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { id: claimId, preferredName, carePointName } = claim;
  const [answer, setAnswer] = useState<ClaimAnswer>("approved");
  const [loginName, setLoginName] = useState("");
  const [words, setWords] = useState("");
  const settle = useSettleClaim();
  const close = () => {
    if (settle.data) void lookAgainAtClaims();
    onClose();
  };
  const submit = () => {
    const said = words.trim() === "" ? {} : { words: words.trim() };
    const named = answer === "approved" ? { loginName: loginName.trim() } : {};
    settle.mutate(
      { claimId, answer, ...named, ...said },
      { onSuccess: ({ invitation }) => (invitation ? undefined : void lookAgainAtClaims().then(onClose)) },
    );
  };
  if (settle.data?.invitation) return <Invited name={preferredName} {...settle.data.invitation} onClose={close} />;
  return (
    <Sheet title={`${preferredName}认领${carePointName}`} onClose={() => settle.isPending || onClose()}>
      <Segmented label="同意吗" options={ANSWERS} value={answer} onChange={setAnswer} />
      {answer === "approved" && (
        <Field
          label="登录名"
          hint="拼音就行；以前有登录名的，还用以前的"
          maxLength={LOGIN_NAME_LONGEST}
          value={loginName}
          onChange={setLoginName}
        />
      )}
      <Field label="说一句（可以不写）" maxLength={CLAIM_WORDS_LONGEST} value={words} onChange={setWords} />
      <FormError error={settle.error} />
      <BigButton
        text="好了"
        busyText="正在发"
        isDisabled={answer === "approved" && loginName.trim() === ""}
        isBusy={settle.isPending}
        onPress={submit}
      />
      <BigButton kind="quiet" text="先不回" onPress={onClose} />
    </Sheet>
  );
}

interface InvitedProps {
  readonly name: string;
  readonly loginName: string;
  readonly code: string;
  readonly onClose: () => void;
}

function Invited({ name, loginName, code, onClose }: InvitedProps) {
  return (
    <InvitationSheet
      name={name}
      code={code}
      text={`打电话告诉${name}：在“工作人员登录”里点“第一次来”，输登录名 ${loginName} 和这个码，自己设密码。`}
      note="三天内有效，用一次就作废。别发短信，也别发微信。"
      button="告诉了"
      onClose={onClose}
    />
  );
}
