import { Text } from "@tarojs/components";
import { useEffect, useState } from "react";
import { addressMark, forgetAddressMark } from "@miniapp/core/address-mark";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { toSignIn } from "@miniapp/domains/accounts/routes";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { AcceptForm } from "../../accept-form";
import { AcceptedBond } from "../../accepted-bond";
import { codeInLink } from "../../invitation-link";
import { useAcceptInvitation } from "../../use-accept-invitation";

export default function AcceptPage() {
  const [typed, setTyped] = useState(() => codeInLink(addressMark()) ?? "");
  const isGuest = useSession((session) => session.token === null);
  const accept = useAcceptInvitation();
  useEffect(forgetAddressMark, []);
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
        <AcceptForm
          typed={typed}
          onType={setTyped}
          error={accept.error}
          isBusy={accept.isPending}
          onReady={(answers) => accept.mutate(answers)}
        />
      )}
    </Page>
  );
}
