import { businessDay } from "@shared/core/dates";
import type { Meal, Menu, MenuDay } from "@shared/domains/meals/meals.contract";
import { notFound } from "@server/core/app-error";
import type { Actor } from "@server/core/policy";
import type { Deps } from "@server/core/deps";
import { findCareNotes, mayKnowCareNotes, warningsOf } from "@server/domains/care-notes/index";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { chooseSitting } from "./choose-sitting";
import { presentDays, presentMenu } from "./meals.presenter";
import type { MenuDish } from "./menu.model";
import { findMenu, findSittings } from "./meals.queries";
import type { Reach } from "./reach";

interface Asking {
  readonly carePointId: string;
  readonly serviceDate: string | undefined;
  readonly meal: Meal | undefined;
  /** Who looks, and for whom; null for a guest. */
  readonly viewer: { readonly actor: Actor; readonly reach: Reach } | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * A care point's menu of one sitting and the days around it. Each dish warns of what is noted for whoever will eat it,
 * where the one who looks may know that; it warns and never forbids.
 * @throws AppError not_found for an unknown care point
 */
export async function showMenu(
  deps: Pick<Deps, "sealer">,
  asking: Asking,
): Promise<{ menu: Menu | null; days: MenuDay[] }> {
  const { carePointId, now } = asking;
  const place = (await findCarePointLabels([carePointId])).get(carePointId);
  if (!place) throw notFound();
  const sittings = await findSittings(carePointId, businessDay(now));
  const chosen = chooseSitting({ ...asking, sittings });
  const [menu, warn] = await Promise.all([chosen && findMenu(chosen._id), findWarnings(deps, asking.viewer)]);
  return {
    menu: menu ? presentMenu({ menu, place, now, warn }) : null,
    days: presentDays({ sittings, now }),
  };
}

async function findWarnings(deps: Pick<Deps, "sealer">, viewer: Asking["viewer"]) {
  const nothing = (): string[] => [];
  if (!viewer) return nothing;
  const { actor, reach } = viewer;
  if (!mayKnowCareNotes(actor, { personId: reach.elder, bond: reach.bond })) return nothing;
  const notes = await findCareNotes(deps, reach.elder);
  return notes ? (dish: MenuDish) => warningsOf(dish, { notes, isHerself: reach.elder === actor.id }) : nothing;
}
