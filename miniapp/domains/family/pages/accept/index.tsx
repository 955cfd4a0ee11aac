import { Text } from "@tarojs/components";
import { useState } from "react";
import { BirthDateField } from "@miniapp/domains/accounts/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { AcceptedBond } from "../../accepted-bond";
import { useAcceptInvitation } from "../../use-accept-invitation";

const LENGTH = 6;

export default function AcceptPage() {
  const [typed, setTyped] = useState("");
  const [birthDate, setBirthDate] = useState("");
  const accept = useAcceptInvitation();
  const code = typed.replace(/\D/g, "");
  return (
    <Page title="我帮家人" lead={<Text className="words-quiet">请老人在自己的手机上做邀请码，念给您听。</Text>}>
      {accept.data ? (
        <AcceptedBond bond={accept.data} />
      ) : (
        <>
          <Field label="邀请码" hint="六位数字" kind="number" maxLength={8} value={typed} onChange={setTyped} />
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
