import { View } from "@tarojs/components";
import { useState } from "react";
import { MobilePhone } from "@shared/core/primitives";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { useSendLoginCode } from "./use-send-login-code";

/** Has a code sent to a phone that the care point knows. */
export function PhoneForm({ onSent }: { onSent: () => void }) {
  const [phone, setPhone] = useState("");
  const send = useSendLoginCode();
  return (
    <View className="stack">
      <Field
        label="手机号"
        hint="在照护点登记过的手机号"
        kind="number"
        maxLength={11}
        value={phone}
        onChange={setPhone}
      />
      <FormError error={send.error} />
      <BigButton
        text="发登录码给我"
        isDisabled={!MobilePhone.safeParse(phone).success}
        isBusy={send.isPending}
        onPress={() => send.mutate(phone, { onSuccess: onSent })}
      />
    </View>
  );
}
