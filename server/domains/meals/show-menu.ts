import { businessDay } from "@shared/core/dates";
import type { Meal, Menu, MenuDay } from "@shared/domains/meals/meals.contract";
import { notFound } from "@server/core/app-error";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { chooseSitting } from "./choose-sitting";
import { presentDays, presentMenu } from "./meals.presenter";
import { findMenu, findSittings } from "./meals.queries";

interface Asking {
  readonly carePointId: string;
  readonly serviceDate: string | undefined;
  readonly meal: Meal | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A care point's menu of one sitting and the days around it. @throws AppError not_found for an unknown care point */
export async function showMenu(asking: Asking): Promise<{ menu: Menu | null; days: MenuDay[] }> {
  const { carePointId, now } = asking;
  const place = (await findCarePointLabels([carePointId])).get(carePointId);
  if (!place) throw notFound();
  const sittings = await findSittings(carePointId, businessDay(now));
  const chosen = chooseSitting({ ...asking, sittings });
  const menu = chosen && (await findMenu(chosen._id));
  return { menu: menu ? presentMenu({ menu, place, now }) : null, days: presentDays({ sittings, now }) };
}
