import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { toSignIn } from "@miniapp/domains/accounts/routes";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { ClaimForm } from "../../claim-form";
import { OwnClaimNote } from "../../own-claim-note";
import { useOwnClaim } from "../../use-claims";

/** 认领: whoever runs a place that nobody manages says so; then who answers and until when. */
export default function ClaimPage() {
  const { placeId = "" } = useRouter().params;
  const isSignedIn = useSession((session) => session.token !== null);
  const query = useOwnClaim(placeId, isSignedIn);
  const { data } = query;
  return (
    <Page title="认领这一处" lead={data && <Text className="words-title">{data.carePointName}</Text>}>
      {isSignedIn ? (
        <Loaded query={query}>
          {(own) =>
            own.isManaged || own.claim?.state === "open" || own.claim?.state === "approved" ? (
              <OwnClaimNote own={own} />
            ) : (
              <ClaimForm placeId={placeId} own={own} />
            )
          }
        </Loaded>
      ) : (
        <Empty
          title="请先登录"
          text="核实的人要知道您是谁，怎么打给您。"
          action={{ text: "登录", onPress: () => goTo(toSignIn()) }}
        />
      )}
    </Page>
  );
}
