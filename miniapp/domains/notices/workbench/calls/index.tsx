import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { CallCard } from "../../call-card";
import { useCalls } from "../../use-calls";
import "./index.scss";

export default function CallsPage() {
  const { carePointId = "" } = useRouter().params;
  const query = useCalls(carePointId);
  return (
    <Page title="要打的电话" lead={<Text className="words-quiet">微信通知不到的人，打个电话告诉一声。</Text>}>
      <Loaded query={query}>
        {({ calls }) =>
          calls.length === 0 ? (
            <Empty title="没有要打的电话" text="该知道的人都知道了。" />
          ) : (
            calls.map((call) => <CallCard key={call.id} call={call} />)
          )
        }
      </Loaded>
    </Page>
  );
}
