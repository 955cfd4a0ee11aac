import { useEffect } from "react";
import { useSettings } from "@miniapp/core/settings";
import { useChooseCommunity } from "./use-choose-community";
import { useMe } from "./use-me";

/** A community that a signed-in person chose on this phone becomes hers on the server too. */
export function useKeepCommunity(): void {
  const communityId = useSettings((settings) => settings.community?.id);
  const { data: me } = useMe();
  const { mutate, isIdle } = useChooseCommunity();
  const isChanged = me?.community != null && communityId !== undefined && me.community.id !== communityId;
  useEffect(() => {
    if (isChanged && isIdle) mutate(communityId);
  }, [isChanged, isIdle, mutate, communityId]);
}
