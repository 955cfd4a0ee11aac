import { useSession } from "@miniapp/core/session";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { ActingBar, WhomSwitch } from "@miniapp/domains/family/index";
import { MealHero } from "@miniapp/domains/meals/meal-hero";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { TabBar } from "@miniapp/ui/tab-bar";
import { greeting } from "./greeting";
import { GuestWelcome } from "./guest-welcome";
import { HomeTiles } from "./home-tiles";
import { useHome } from "./use-home";

const NO_BREAK_SPACE = "\u00a0";

export default function HomePage() {
  const isGuest = useSession((session) => session.token === null);
  const { community, elder, preferredName, overview, usual } = useHome();
  const isDrawn = useIsDrawn(overview.data !== undefined);
  // The day keeps its line while it is on its way: nothing moves under a finger.
  const today = overview.data?.todayLabel ?? NO_BREAK_SPACE;
  const lines = [today, ...(elder || !community ? [] : [community.label])];
  return (
    <Page title={greeting(preferredName)} lines={lines} help={usual} hasBack={false} bottom={<TabBar current="home" />}>
      <WhomSwitch isAsked={isDrawn} />
      <ActingBar />
      {isGuest && <GuestWelcome hasCommunity={community !== null} />}
      <Loaded query={overview} phone={usual?.phone}>
        {(data) => <MealHero overview={data} />}
      </Loaded>
      <HomeTiles hasCommunity={community !== null} />
    </Page>
  );
}
