import { Text } from "@tarojs/components";
import { useState } from "react";
import { BirthDateField } from "@miniapp/domains/accounts/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { ScanInvitation } from "./scan-invitation";

const LENGTH = 6;

interface AcceptFormProps {
  /** As typed, read by the camera, or brought by the link. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onReady: (answers: { readonly code: string; readonly birthDate: string }) => void;
}

/** The code and what only a relative knows. */
export function AcceptForm({ typed, onType, error, isBusy, onReady }: AcceptFormProps) {
  const [birthDate, setBirthDate] = useState("");
  const code = typed.replace(/\D/g, "");
  return (
    <>
      <Field label="邀请码" hint="六位数字" kind="number" maxLength={8} value={typed} onChange={onType} />
      {code.length !== LENGTH && <ScanInvitation onCode={onType} />}
      <Text className="words-title">老人的生日</Text>
      <BirthDateField onChange={setBirthDate} />
      <FormError error={error} />
      <BigButton
        text="好了"
        isDisabled={code.length !== LENGTH || birthDate === ""}
        isBusy={isBusy}
        onPress={() => onReady({ code, birthDate })}
      />
    </>
  );
}
