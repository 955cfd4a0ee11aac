import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { switchTab } from "@miniapp/core/tabs";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";
import type { Place } from "./find-places";
import { toSignIn } from "./routes";

/** Places that were found, each a row that leads there; a guest signs in first where it is somebody's own. */
export function FoundPlaces({ places }: { places: readonly Place[] }) {
  const isGuest = useSession((session) => session.token === null);
  const phone = useHelpPhone((help) => help.phone);
  const open = ({ to, isPersonal = false }: Place) => {
    if (to === "call") callPhone(phone);
    else if (isGuest && isPersonal) goTo(toSignIn());
    else if ("tab" in to) switchTab(to.tab);
    else goTo(to.page);
  };
  return (
    <Card isList>
      {places.map((place) => (
        <RowLink
          key={place.text}
          icon={place.icon}
          text={place.text}
          note={isGuest && place.isPersonal ? `${place.note}，先登录` : place.note}
          onPress={() => open(place)}
        />
      ))}
    </Card>
  );
}
