import { Text } from "@tarojs/components";
import { useState } from "react";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { Segmented } from "@miniapp/ui/segmented";
import { FirstSignIn } from "../../first-sign-in";
import { useSignInAsStaff } from "../../use-sign-in";

type Way = "again" | "first";
const WAYS = [
  { value: "again", text: "来过" },
  { value: "first", text: "第一次来" },
] as const;

export default function StaffSignInPage() {
  const [way, setWay] = useState<Way>("again");
  return (
    <Page title="工作人员登录" lead={<Text className="words-quiet">登录名和邀请码，负责人给您的。</Text>}>
      <Segmented label="来过没有" options={WAYS} value={way} onChange={setWay} />
      {way === "again" ? <SignInAgain /> : <FirstSignIn />}
    </Page>
  );
}

function SignInAgain() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useSignInAsStaff();
  return (
    <>
      <Field label="登录名" maxLength={30} value={name} onChange={setName} />
      <Field label="密码" kind="password" maxLength={100} value={password} onChange={setPassword} />
      <FormError error={signIn.error} />
      <BigButton
        text="登录"
        isDisabled={name.trim() === "" || password === ""}
        isBusy={signIn.isPending}
        onPress={() => signIn.mutate({ name, password })}
      />
    </>
  );
}
