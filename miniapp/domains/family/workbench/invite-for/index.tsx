import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { FindResident } from "@miniapp/domains/accounts/index";
import { Page } from "@miniapp/ui/page";
import { InvitationCode } from "../../invitation-code";
import { InvitationForm } from "../../invitation-form";
import { useInviteFamily } from "../../use-invite-family";

interface Elder {
  readonly id: string;
  readonly preferredName: string;
}

export default function InviteForPage() {
  const { carePointId = "" } = useRouter().params;
  const [elder, setElder] = useState<Elder | null>(null);
  const invite = useInviteFamily();
  if (!elder) {
    return (
      <Page title="家人邀请码" lead={<Text className="words-quiet">老人要在场，问过本人愿意再做。</Text>}>
        <FindResident carePointId={carePointId} onChosen={setElder} />
      </Page>
    );
  }
  return (
    <Page title={`${elder.preferredName}的家人`} lead={<Text className="words-quiet">一项一项问过老人再选。</Text>}>
      {invite.data ? (
        <InvitationCode {...invite.data} whose={elder.preferredName} onAgain={invite.reset} />
      ) : (
        <InvitationForm
          error={invite.error}
          isBusy={invite.isPending}
          onReady={(wish) => invite.mutate({ ...wish, onBehalf: { elderId: elder.id, carePointId } })}
        />
      )}
    </Page>
  );
}
