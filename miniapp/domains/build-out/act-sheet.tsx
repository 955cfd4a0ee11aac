import { Text } from "@tarojs/components";
import { useState } from "react";
import { REASON_LONGEST } from "@shared/domains/build-out/build-out-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";

interface ActSheetProps {
  readonly title: string;
  /** What follows from it. */
  readonly sentence: string;
  /** What the one button says. */
  readonly button: string;
  readonly isDanger?: boolean;
  /** What is typed: a reason, a plaque's number; without it nothing is asked. */
  readonly field?: {
    readonly label: string;
    readonly hint?: string;
    readonly longest?: number;
    readonly isOptional?: boolean;
  };
  readonly act: { readonly isPending: boolean; readonly error: unknown };
  /** Trimmed; empty where nothing was typed. */
  readonly onAct: (typed: string) => void;
  readonly onClose: () => void;
}

/** Before a point goes on: what follows, why where that is asked, and one button. */
export function ActSheet({ title, sentence, button, isDanger = false, field, act, onAct, onClose }: ActSheetProps) {
  const [typed, setTyped] = useState("");
  const isMissing = field !== undefined && field.isOptional !== true && typed.trim() === "";
  return (
    <Sheet title={title} onClose={() => act.isPending || onClose()}>
      <Text>{sentence}</Text>
      {field && (
        <Field
          label={field.label}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          maxLength={field.longest ?? REASON_LONGEST}
          value={typed}
          onChange={setTyped}
        />
      )}
      <FormError error={act.error} />
      <BigButton
        kind={isDanger ? "danger" : "primary"}
        text={button}
        isDisabled={isMissing}
        isBusy={act.isPending}
        onPress={() => onAct(typed.trim())}
      />
      <BigButton kind="quiet" text="先不" isDisabled={act.isPending} onPress={onClose} />
    </Sheet>
  );
}
