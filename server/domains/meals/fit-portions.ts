import { trusted } from "@server/core/db/trusted";
import { createUnits } from "@server/core/units/create-units";
import { findMenu } from "./meals.queries";
import { MenuModel, type MenuDish, type MenuDocument } from "./menu.model";
import { portionsFor, type PortionRole } from "./portion.machine";
import { PortionModel, type PortionDocument } from "./portion.model";
import { portionAt } from "./publish-menu";

/** Whoever changes a menu's numbers at the same time makes others look again; so many times nobody meets. */
const ROUNDS = 20;
const UNIT_FIELDS = { dish: 1, seat: 1, active: 1, withdrawn: 1, keys: 1 } as const;

interface Fitting {
  readonly menuId: string;
  readonly role: PortionRole;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is to be done so that a dish has as many portions as its menu says. */
export interface Fit {
  readonly deleted: readonly string[];
  readonly withdrawn: readonly string[];
  readonly restored: readonly string[];
  /** Seats to be made. */
  readonly created: readonly number[];
  /** More are held than the menu says: the menu follows. */
  readonly held: number | null;
}

/**
 * Brings the portions of a sitting to the numbers of its menu and ends when a look at both finds them alike: what
 * several do at once, or somebody left half-done, comes out as the last number that was written (R-B9).
 *
 * - More: withdrawn ones come back first, then new seats are made; each seat exists once.
 * - Fewer: those that nobody ever held are deleted, others withdrawn, for their keys must stay. Never one that is held.
 * - Sold out and closed sittings keep nothing free.
 *
 * @returns ids of dishes of which more is held than was wanted
 */
export async function fitPortions({ menuId, role, now }: Fitting): Promise<ReadonlySet<string>> {
  const overHeld = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const menu = await findMenu(menuId);
    if (!menu) return overHeld;
    const units = await findUnits(menuId);
    const fits = menu.dishes.map((dish, place) => ({ place, dish, fit: planFit(menu, dish, units) }));
    const open = fits.filter(({ fit }) => !isDone(fit));
    for (const { dish, fit } of open) if (fit.held !== null) overHeld.add(dish.id);
    if (open.length === 0) return overHeld;
    for (const one of open) await apply(menu, one, { role, now });
  }
  throw new Error(`the numbers of menu ${menuId} kept changing`);
}

type Unit = Pick<PortionDocument, "_id" | keyof typeof UNIT_FIELDS>;

const findUnits = (menuId: string): Promise<Unit[]> =>
  PortionModel.find({ sitting: menuId, seat: trusted({ $exists: true }) })
    .select(UNIT_FIELDS)
    .sort({ dish: 1, seat: 1 })
    .limit(50_000)
    .lean<Unit[]>()
    .exec();

/** Compares one dish with its portions, which come in the order of their seats. */
export function planFit({ closed }: Pick<MenuDocument, "closed">, dish: MenuDish, units: readonly Unit[]): Fit {
  const own = units.filter((unit) => unit.dish === dish.id);
  const held = own.filter(({ active }) => active === true).length;
  const gone = own.filter(({ withdrawn }) => withdrawn === true);
  const free = own.filter(({ active, withdrawn }) => active !== true && withdrawn !== true);
  const wanted = closed || dish.soldOut ? held : Math.max(dish.portions, held);
  const missing = Math.max(0, wanted - held - free.length);
  const surplus = Math.max(0, held + free.length - wanted);
  const restored = gone.slice(0, missing);
  const [fresh, used] = [free.filter(({ keys }) => !keys), free.filter(({ keys }) => keys !== undefined)];
  const deleted = fresh.slice(Math.max(0, fresh.length - surplus));
  const withdrawn = used.slice(0, surplus - deleted.length);
  return {
    deleted: idsOf(deleted),
    withdrawn: idsOf(withdrawn),
    restored: idsOf(restored),
    created: absentSeats(own, missing - restored.length),
    held: held > dish.portions ? held : null,
  };
}

const idsOf = (units: readonly Unit[]) => units.map(({ _id }) => _id);

/** The lowest seats that nobody has: whoever makes the same number makes the same seats. */
function absentSeats(units: readonly Unit[], count: number): number[] {
  const taken = new Set(units.map(({ seat }) => seat));
  const seats: number[] = [];
  for (let seat = 0; seats.length < count; seat += 1) if (!taken.has(seat)) seats.push(seat);
  return seats;
}

const isDone = ({ deleted, withdrawn, restored, created, held }: Fit): boolean =>
  held === null && [deleted, withdrawn, restored, created].every((some) => some.length === 0);

interface DishFit {
  readonly place: number;
  readonly dish: MenuDish;
  readonly fit: Fit;
}

async function apply(menu: MenuDocument, { place, dish, fit }: DishFit, acting: Pick<Fitting, "role" | "now">) {
  const among = (ids: readonly string[]) => ({ _id: trusted({ $in: [...ids] }) });
  const free = portionsFor("withdraw", acting);
  if (fit.deleted.length > 0) {
    await PortionModel.deleteMany({ ...among(fit.deleted), ...free, keys: trusted({ $exists: false }) });
  }
  if (fit.withdrawn.length > 0) {
    await PortionModel.updateMany({ ...among(fit.withdrawn), ...free }, { $set: { withdrawn: true } });
  }
  if (fit.restored.length > 0) {
    const gone = portionsFor("restore", acting);
    await PortionModel.updateMany({ ...among(fit.restored), ...gone }, { $unset: { withdrawn: 1 } });
  }
  await createUnits(
    PortionModel,
    fit.created.map((seat) => portionAt({ menu, dishId: dish.id, seat })),
  );
  if (fit.held !== null) await raise({ menu, place, from: dish.portions, to: fit.held });
}

interface Raise {
  readonly menu: MenuDocument;
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

async function raise({ menu, place, from, to }: Raise): Promise<void> {
  const portions = `dishes.${place}.portions`;
  await MenuModel.updateOne({ _id: menu._id, [portions]: from }, { $set: { [portions]: to } });
}

/** Says that a change is finished. */
export async function settleFits(menuId: string, ids: readonly string[]): Promise<void> {
  await MenuModel.updateOne({ _id: menuId }, { $pull: { fits: { id: trusted({ $in: [...ids] }) } } });
}
