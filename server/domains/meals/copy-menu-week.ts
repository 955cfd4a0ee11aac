import { addDays, daysBetween, instantAt } from "@shared/core/dates";
import type * as z from "zod/mini";
import type { ServiceDate } from "@shared/core/primitives";
import type { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import { stableId } from "@server/core/ids";
import { menuEvent } from "./menu-event";
import type { MenuDocument } from "./menu.model";
import { findMenuWeek, mondayOf } from "./menu-planning.queries";
import { requireMealsHere } from "./require-meals-here";
import { publishMenu, servingEnd } from "./publish-menu";

type Copies = z.infer<(typeof menuPlanningContract)["endpoints"]["copyMenuWeek"]["response"]>;
type Why = Copies["left"][number]["why"];

interface Copying {
  readonly carePointId: string;
  readonly fromWeekOf: ServiceDate;
  readonly weekOf: ServiceDate;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Plans a week like another: the same dishes, prices, numbers and hours, each sitting on the same weekday.
 *
 * - What is planned already, closed, or over is left as it is and told; a sitting that was closed is still copied, for
 *   its reason was that day's.
 * - Copying again copies nothing and tells that all is planned: a copy that broke off is finished by a repeat.
 *
 * @throws AppError no_meals_here
 */
export async function copyMenuWeek({ carePointId, fromWeekOf, weekOf, actorId, now }: Copying): Promise<Copies> {
  await requireMealsHere(carePointId);
  const [from, to] = [mondayOf(fromWeekOf), mondayOf(weekOf)];
  const [models, standing] = await Promise.all([findMenuWeek(carePointId, from), findMenuWeek(carePointId, to)]);
  const known = new Map(standing.map((menu) => [menu._id, menu]));
  const copies: { copied: number; left: Copies["left"] } = { copied: 0, left: [] };
  for (const model of models) {
    if (model.unplanned) continue;
    const serviceDate = addDays(model.serviceDate, daysBetween(from, to));
    const why = whyLeft({ model, serviceDate, standing: known, now });
    if (why) copies.left.push({ serviceDate, meal: model.meal, why });
    else {
      await copy({ model, serviceDate, actorId, now });
      copies.copied += 1;
    }
  }
  return copies;
}

interface Copy {
  readonly model: MenuDocument;
  readonly serviceDate: ServiceDate;
  readonly now: number;
}

function whyLeft({ model, serviceDate, standing, now }: Copy & { standing: ReadonlyMap<string, MenuDocument> }) {
  const there = standing.get(stableId(model.carePointId, serviceDate, model.meal));
  if (there) return (there.closed ? "date_closed" : "already_planned") satisfies Why;
  return now >= servingEnd({ serviceDate, servesUntil: model.servesUntil }).getTime() ? ("over" satisfies Why) : null;
}

async function copy({ model, serviceDate, actorId, now }: Copy & { readonly actorId: string }): Promise<void> {
  const { carePointId, meal, servesFrom, servesUntil, modes } = model;
  const menu = { _id: stableId(carePointId, serviceDate, meal), carePointId };
  // The hours before its own midnight, so that a cut-off on the evening before stays on the evening before.
  const ahead = model.closesAt.getTime() - instantAt({ date: model.serviceDate, time: "00:00" });
  const closesAt = instantAt({ date: serviceDate, time: "00:00" }) + ahead;
  const dishes = model.dishes.map(({ name, description, allergens, dietMarks, priceFen, portions }) => ({
    name,
    description,
    allergens,
    dietMarks,
    priceFen,
    portions,
  }));
  await publishMenu(
    { carePointId, serviceDate, meal, servesFrom, servesUntil, modes, closesAt, dishes },
    { outbox: [menuEvent({ act: "menu-planning.copy-menu-week", menu, actorId, now })] },
  );
}
