import { Text } from "@tarojs/components";
import { useState } from "react";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { useSignInAsStaff } from "../../use-sign-in";

export default function StaffSignInPage() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useSignInAsStaff();
  return (
    <Page title="工作人员登录" lead={<Text className="words-quiet">登录名和密码，负责人给您的。</Text>}>
      <Field label="登录名" maxLength={30} value={name} onChange={setName} />
      <Field label="密码" kind="password" maxLength={100} value={password} onChange={setPassword} />
      <FormError error={signIn.error} />
      <BigButton
        text="登录"
        isDisabled={name.trim() === "" || password === ""}
        isBusy={signIn.isPending}
        onPress={() => signIn.mutate({ name, password })}
      />
    </Page>
  );
}
