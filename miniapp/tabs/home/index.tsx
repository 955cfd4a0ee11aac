import { View } from "@tarojs/components";
import { useEffect } from "react";
import { goTo } from "@miniapp/core/navigate";
import { useHelpPhone } from "@miniapp/core/help-phone";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { useSession } from "@miniapp/core/session";
import { useSettings } from "@miniapp/core/settings";
import { switchTab } from "@miniapp/core/tabs";
import { toOnboarding } from "@miniapp/domains/accounts/routes";
import { DemoNote } from "@miniapp/domains/accounts/demo-note";
import { useKeepCommunity } from "@miniapp/domains/accounts/use-keep-community";
import { useMe } from "@miniapp/domains/accounts/use-me";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { MealHero } from "@miniapp/domains/meals/meal-hero";
import { useMealOverview } from "@miniapp/domains/meals/use-meal-overview";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { TabBar } from "@miniapp/ui/tab-bar";
import { Tile } from "@miniapp/ui/tile";
import { greeting } from "./greeting";
import { GuestWelcome } from "./guest-welcome";

export default function HomePage() {
  const isGuest = useSession((session) => session.token === null);
  const community = useSettings((settings) => settings.community);
  const { data: me } = useMe();
  const overview = useMealOverview(community?.id);
  useKeepCommunity();
  useRefreshOnShow(overview.refetch);
  useEffect(() => {
    if (me?.needsOnboarding) goTo(toOnboarding());
  }, [me?.needsOnboarding]);
  const usual = overview.data?.usualCarePoint;
  const setHelp = useHelpPhone((help) => help.setHelp);
  useEffect(() => {
    if (usual) setHelp(usual);
  }, [usual, setHelp]);
  const lines = [overview.data?.todayLabel, community?.label].filter((line) => line !== undefined);
  return (
    <Page
      title={greeting(me?.preferredName ?? undefined)}
      lines={lines}
      help={usual ?? undefined}
      hasBack={false}
      bottom={<TabBar current="home" />}
    >
      {isGuest && <GuestWelcome hasCommunity={community !== null} />}
      <Loaded query={overview} phone={usual?.phone}>
        {(data) => <MealHero overview={data} />}
      </Loaded>
      <View className="tiles">
        <Tile icon="pin" text="找照护点" note="走得到的都在这儿" onPress={() => switchTab("nearby")} />
        <Tile
          icon="home"
          tone="persimmon"
          text="我的社区"
          note={community ? "点这里换一个" : "点这里选"}
          onPress={() => goTo(toChooseCommunity({ keep: true }))}
        />
      </View>
      <DemoNote />
    </Page>
  );
}
