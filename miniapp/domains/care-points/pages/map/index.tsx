import { Text } from "@tarojs/components";
import { useState } from "react";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { useCarePointFilters } from "../../care-point-filters";
import { MapSketch } from "../../map-sketch";
import { PositionMap } from "../../position-map";
import { ServiceChips } from "../../service-chips";
import { useCarePointMap } from "../../use-care-point-map";
import { ViewSwitch } from "../../view-switch";

/** A map in WeChat; elsewhere, where none is drawn without a tile service, a sketch of positions. */
const Positions = process.env.TARO_ENV === "weapp" ? PositionMap : MapSketch;

export default function CarePointMapPage() {
  const community = useSettings((settings) => settings.community);
  const { filters, setFilters } = useCarePointFilters();
  const [bounds, setBounds] = useState<string>();
  const map = useCarePointMap({ communityId: community?.id, filters, bounds });
  return (
    <Page title="地图" lead={map.data && <Text className="words-title">{`从${map.data.communityName}走`}</Text>}>
      {community ? (
        <>
          <ViewSwitch current="map" />
          <ServiceChips filters={filters} onChange={setFilters} />
          <Loaded query={map}>{(found) => <Positions map={found} onMove={setBounds} />}</Loaded>
        </>
      ) : (
        <Empty
          title="从哪里走？"
          text="选好社区，就能看到照护点在哪边。"
          action={{ text: "选社区", onPress: () => goTo(toChooseCommunity({ keep: true })) }}
        />
      )}
    </Page>
  );
}
