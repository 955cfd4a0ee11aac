import { Text } from "@tarojs/components";
import { Page } from "@miniapp/ui/page";
import { InvitationCode } from "../../invitation-code";
import { InvitationForm } from "../../invitation-form";
import { useInviteFamily } from "../../use-invite-family";

export default function InvitePage() {
  const invite = useInviteFamily();
  return (
    <Page title="请家人帮我" lead={<Text className="words-quiet">家人替您办的每件事，都会告诉您。</Text>}>
      {invite.data ? (
        <InvitationCode {...invite.data} onAgain={invite.reset} />
      ) : (
        <InvitationForm error={invite.error} isBusy={invite.isPending} onReady={(wish) => invite.mutate(wish)} />
      )}
    </Page>
  );
}
