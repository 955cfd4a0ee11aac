import { Text } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { CircleFacts } from "../../circle-facts";
import { minutesWords } from "../../circle-words";
import { useCircle } from "../../use-circle";

const USUAL_MINUTES = 15;

export default function CirclePage() {
  const community = useSettings((settings) => settings.community);
  const circle = useCircle(community?.id);
  const { data } = circle;
  return (
    <Page
      title={`${minutesWords(data?.minutes ?? USUAL_MINUTES)}圈`}
      lead={
        data && (
          <>
            <Text className="words-title">{`从${data.communityName}走`}</Text>
            <Text className="words-quiet">{data.circleName}</Text>
          </>
        )
      }
      help={data?.contact}
    >
      {community ? (
        <Loaded query={circle}>{(found) => <CircleFacts circle={found} />}</Loaded>
      ) : (
        <Empty
          title="从哪里走？"
          text="选好社区，就知道走得到什么。"
          action={{ text: "选社区", onPress: () => goTo(toChooseCommunity({ keep: true })) }}
        />
      )}
    </Page>
  );
}
