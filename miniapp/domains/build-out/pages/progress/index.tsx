import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { useRegions } from "@miniapp/domains/regions/index";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { CityProgress } from "../../city-progress";
import { toBuildOutProgress } from "../../routes";
import { useProgress } from "../../use-progress";
import "../../build-out.scss";

/** How far the town is with the meal points it promised: for everybody. */
export default function ProgressPage() {
  const communityId = useSettings((settings) => settings.community?.id);
  const { regionId = communityId } = useRouter().params;
  const regions = useRegions(undefined, { isNeeded: regionId === undefined });
  const progress = useProgress(regionId);
  return (
    <Page
      title="助餐点建设"
      lead={<Text className="words-title">{progress.data?.cityName ?? "说要建的，建了多少"}</Text>}
    >
      {regionId === undefined ? (
        <Loaded query={regions}>
          {({ children }) => (
            <Card isList>
              {children.map(({ id, name }) => (
                <RowLink key={id} icon="pin" text={name} onPress={() => goTo(toBuildOutProgress({ regionId: id }))} />
              ))}
            </Card>
          )}
        </Loaded>
      ) : (
        <Loaded query={progress}>{(found) => <CityProgress progress={found} />}</Loaded>
      )}
    </Page>
  );
}
