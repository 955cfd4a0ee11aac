import { Text } from "@tarojs/components";
import { useState } from "react";
import { NEW_PASSWORD_MIN } from "@shared/domains/accounts/staff.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { useChangePassword } from "../../use-sign-in";

export default function PasswordPage() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useChangePassword();
  const isLong = next.length >= NEW_PASSWORD_MIN;
  return (
    <Page title="改密码" lead={<Text className="words-quiet">改好后，别的手机和电脑要重新登录。</Text>}>
      <Field label="现在的密码" kind="password" maxLength={100} value={current} onChange={setCurrent} />
      <Field
        label="新密码"
        hint={`至少 ${NEW_PASSWORD_MIN} 个字符，一句自己记得住的话最好`}
        kind="password"
        maxLength={100}
        value={next}
        onChange={setNext}
      />
      <FormError error={change.error} />
      <BigButton
        text="改密码"
        isDisabled={current === "" || !isLong}
        isBusy={change.isPending}
        onPress={() => change.mutate({ current, next })}
      />
    </Page>
  );
}
