import { useState } from "react";
import { NEW_PASSWORD_MIN } from "@shared/domains/accounts/staff.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { useAcceptStaffInvitation } from "./use-sign-in";

const CODE = /^\d{8}$/;

/** A new colleague chooses her password with the code that a manager told her. */
export function FirstSignIn() {
  const [loginName, setLoginName] = useState("");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const accept = useAcceptStaffInvitation();
  const isReady = loginName.trim() !== "" && CODE.test(code) && password.length >= NEW_PASSWORD_MIN;
  return (
    <>
      <Field label="登录名" maxLength={30} value={loginName} onChange={setLoginName} />
      <Field label="邀请码" hint="负责人给您的 8 位数字" kind="number" maxLength={8} value={code} onChange={setCode} />
      <Field
        label="给自己设一个密码"
        hint={`至少 ${NEW_PASSWORD_MIN} 个字符，一句自己记得住的话最好`}
        kind="password"
        maxLength={100}
        value={password}
        onChange={setPassword}
      />
      <FormError error={accept.error} />
      <BigButton
        text="设好密码，登录"
        isDisabled={!isReady}
        isBusy={accept.isPending}
        onPress={() => accept.mutate({ loginName, code, password })}
      />
    </>
  );
}
