import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { goTo } from "@miniapp/core/navigate";
import { PhotoStrip } from "@miniapp/domains/care-point-photos/index";
import { toMenu } from "@miniapp/domains/meals/routes";
import { useSettings } from "@miniapp/core/settings";
import { BigButton } from "@miniapp/ui/big-button";
import { BottomBar } from "@miniapp/ui/bottom-bar";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { CarePointFacts } from "../../care-point-facts";
import { walkWords } from "../../copy";
import { useCarePoint } from "../../use-care-point";

export default function CarePointPage() {
  const { carePointId = "" } = useRouter().params;
  const communityId = useSettings((settings) => settings.community?.id);
  const carePoint = useCarePoint({ carePointId, communityId });
  const { data } = carePoint;
  return (
    <Page
      title={data?.name ?? "照护点"}
      lead={
        data && (
          <>
            <Text className="words-title">{walkWords(data.walkMinutes)}</Text>
            <Text className="words-quiet">{data.openLabel}</Text>
          </>
        )
      }
      help={data}
      bottom={
        data?.bookable.includes("meals") && (
          <BottomBar>
            <BigButton text="看菜单，订饭" onPress={() => goTo(toMenu({ carePointId }))} />
          </BottomBar>
        )
      }
    >
      <Loaded query={carePoint}>
        {(found) => (
          <>
            <PhotoStrip carePointId={carePointId} />
            <CarePointFacts carePoint={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
