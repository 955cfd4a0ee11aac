import { useSession } from "@miniapp/core/session";
import { ActingBar, WhomSwitch } from "@miniapp/domains/family/index";
import { MealHero } from "@miniapp/domains/meals/meal-hero";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { TabBar } from "@miniapp/ui/tab-bar";
import { greeting } from "./greeting";
import { GuestWelcome } from "./guest-welcome";
import { HomeTiles } from "./home-tiles";
import { useHome } from "./use-home";

export default function HomePage() {
  const isGuest = useSession((session) => session.token === null);
  const { community, elder, preferredName, overview, usual } = useHome();
  const lines = [overview.data?.todayLabel, elder ? undefined : community?.label].filter((line) => line !== undefined);
  return (
    <Page title={greeting(preferredName)} lines={lines} help={usual} hasBack={false} bottom={<TabBar current="home" />}>
      {overview.data && <WhomSwitch />}
      <ActingBar />
      {isGuest && <GuestWelcome hasCommunity={community !== null} />}
      <Loaded query={overview} phone={usual?.phone}>
        {(data) => <MealHero overview={data} />}
      </Loaded>
      <HomeTiles hasCommunity={community !== null} />
    </Page>
  );
}
