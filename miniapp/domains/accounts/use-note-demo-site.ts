import { useEffect } from "react";
import { useDemoSite } from "@miniapp/core/demo-site";
import { useSession } from "@miniapp/core/session";
import { useDemoPeople } from "./use-demo-people";
import { useMe } from "./use-me";

/**
 * Learns whether this is a demo site: it is one when it has demo people to sign in as. Who is one of them knows it of
 * herself, without asking.
 */
export function useNoteDemoSite(): void {
  const isGuest = useSession((session) => session.token === null);
  const { data: me } = useMe();
  const { data: demo } = useDemoPeople({ isWanted: isGuest });
  const noteDemo = useDemoSite((site) => site.noteDemo);
  const people = isGuest ? demo?.people.length : undefined;
  useEffect(() => {
    if (people !== undefined) noteDemo(people > 0);
    else if (me?.isDemo) noteDemo(true);
  }, [people, me?.isDemo, noteDemo]);
}
