import { View } from "@tarojs/components";
import { useState } from "react";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { useSignInWithCode } from "./use-sign-in";

const LENGTH = 8;

/** Signs in by the one-time code that staff made or a message brought; spaces in a pasted code do not matter. */
export function CodeForm() {
  const [typed, setTyped] = useState("");
  const signIn = useSignInWithCode();
  const code = typed.replace(/\D/g, "");
  return (
    <View className="stack">
      <Field label="登录码" hint="八位数字" kind="number" maxLength={12} value={typed} onChange={setTyped} />
      <FormError error={signIn.error} />
      <BigButton
        text="登录"
        isDisabled={code.length !== LENGTH}
        isBusy={signIn.isPending}
        onPress={() => signIn.mutate(code)}
      />
    </View>
  );
}
