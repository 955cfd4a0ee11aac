import { useEffect, useRef } from "react";
import { useSettings } from "@miniapp/core/settings";
import { useChooseCommunity } from "./use-choose-community";
import { useMe } from "./use-me";

/** A community that a signed-in person chose on this phone becomes hers on the server too; each choice is sent once. */
export function useKeepCommunity(): void {
  const chosen = useSettings((settings) => settings.community?.id);
  const hers = useMe().data?.community?.id;
  const { mutate } = useChooseCommunity();
  const sent = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (chosen === undefined || hers === undefined || chosen === hers || chosen === sent.current) return;
    sent.current = chosen;
    mutate(chosen);
  }, [chosen, hers, mutate]);
}
