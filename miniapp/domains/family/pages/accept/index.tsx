import { Text } from "@tarojs/components";
import { useEffect, useState } from "react";
import { addressMark, forgetAddressMark } from "@miniapp/core/address-mark";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { BirthDateField } from "@miniapp/domains/accounts/index";
import { toSignIn } from "@miniapp/domains/accounts/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { AcceptedBond } from "../../accepted-bond";
import { codeInLink } from "../../invitation-link";
import { ScanInvitation } from "../../scan-invitation";
import { useAcceptInvitation } from "../../use-accept-invitation";

const LENGTH = 6;

export default function AcceptPage() {
  const [typed, setTyped] = useState(() => codeInLink(addressMark()) ?? "");
  const [birthDate, setBirthDate] = useState("");
  const isGuest = useSession((session) => session.token === null);
  const accept = useAcceptInvitation();
  useEffect(forgetAddressMark, []);
  const code = typed.replace(/\D/g, "");
  return (
    <Page
      title="我帮家人"
      lead={<Text className="words-quiet">请老人在自己的手机上做邀请码，扫一扫或者念给您听。</Text>}
    >
      {isGuest && (
        <Empty
          title="您先登录"
          text="登录以后回到这里，邀请码还在。"
          action={{ text: "登录", onPress: () => goTo(toSignIn()) }}
        />
      )}
      {!isGuest && accept.data && <AcceptedBond bond={accept.data} />}
      {!isGuest && !accept.data && (
        <>
          <Field label="邀请码" hint="六位数字" kind="number" maxLength={8} value={typed} onChange={setTyped} />
          {code.length !== LENGTH && <ScanInvitation onCode={setTyped} />}
          <Text className="words-title">老人的生日</Text>
          <BirthDateField onChange={setBirthDate} />
          <FormError error={accept.error} />
          <BigButton
            text="好了"
            isDisabled={code.length !== LENGTH || birthDate === ""}
            isBusy={accept.isPending}
            onPress={() => accept.mutate({ code, birthDate })}
          />
        </>
      )}
    </Page>
  );
}
