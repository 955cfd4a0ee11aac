import { goTo } from "@miniapp/core/navigate";
import { BigButton } from "@miniapp/ui/big-button";
import { toClaim } from "./routes";

/** The way for whoever runs the place. */
export const ClaimLink = (place: { readonly carePointId: string }) => (
  <BigButton kind="quiet" icon="person" text="我在这里管事，要认领" onPress={() => goTo(toClaim(place))} />
);
