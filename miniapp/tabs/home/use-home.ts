import { useEffect } from "react";
import { useActingFor } from "@miniapp/core/acting-for";
import { useHelpPhone } from "@miniapp/core/help-phone";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { toOnboarding } from "@miniapp/domains/accounts/routes";
import { useMe } from "@miniapp/domains/accounts/use-me";
import { useSilentSignIn } from "@miniapp/domains/accounts/use-silent-sign-in";
import { useMealOverview } from "@miniapp/domains/meals/use-meal-overview";

/** What home shows and sees to: a new person is asked her three questions, and 打电话 learns her usual care point. */
export function useHome() {
  const community = useSettings((settings) => settings.community);
  const elder = useActingFor((acting) => acting.elder);
  const { data: me } = useMe();
  const overview = useMealOverview(community?.id);
  useSilentSignIn();
  useRefreshOnShow(overview.refetch);
  useEffect(() => {
    if (me?.needsOnboarding) goTo(toOnboarding());
  }, [me?.needsOnboarding]);
  const usual = overview.data?.usualCarePoint ?? undefined;
  const setHelp = useHelpPhone((help) => help.setHelp);
  useEffect(() => {
    if (usual) setHelp(usual);
  }, [usual, setHelp]);
  return { community, elder, preferredName: me?.preferredName ?? undefined, overview, usual };
}
