import { Text, View } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { useCarePointFilters } from "@miniapp/domains/care-points/care-point-filters";
import { CarePointList } from "@miniapp/domains/care-points/care-point-list";
import { FilterBar } from "@miniapp/domains/care-points/filter-bar";
import { ViewSwitch } from "@miniapp/domains/care-points/view-switch";
import { toFindCarePoint } from "@miniapp/domains/care-points/routes";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { Icon } from "@miniapp/ui/icon";
import { Page } from "@miniapp/ui/page";
import { pressable } from "@miniapp/ui/pressable";
import { Empty } from "@miniapp/ui/states";
import { TabBar } from "@miniapp/ui/tab-bar";

export default function NearbyPage() {
  const community = useSettings((settings) => settings.community);
  const { filters, setFilters } = useCarePointFilters();
  const choose = () => goTo(toChooseCommunity({ keep: true }));
  const name = community?.label.replace(/^.* /, "");
  return (
    <Page
      title="附近"
      lines={name ? [`从${name}走`] : []}
      aside={
        <View className="filter-chip change-community" {...pressable({ label: "换社区", onPress: choose })}>
          <Icon name="pin" />
          <Text>换社区</Text>
        </View>
      }
      hasBack={false}
      bottom={<TabBar current="nearby" />}
    >
      {community ? (
        <>
          <ViewSwitch current="list" />
          <FilterBar filters={filters} onChange={setFilters} onFindByName={() => goTo(toFindCarePoint())} />
          <CarePointList communityId={community.id} filters={filters} />
        </>
      ) : (
        <Empty
          title="从哪里走？"
          text="选好社区，就能看到走得到的照护点。"
          action={{ text: "选社区", onPress: choose }}
        />
      )}
    </Page>
  );
}
