import type { CounterDish, CounterSitting, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { toInstant } from "@server/core/clock";
import type { RosterPerson } from "@server/domains/accounts/index";
import { standingBooking } from "./booking";
import { countsOf } from "./counts-of";
import type { PortionGroup } from "./meal-counter.queries";
import type { MenuDish, MenuDocument } from "./menu.model";
import { UNDO_MS } from "./portion.machine";
import type { PortionDocument } from "./portion.model";
import { servingEnd } from "./publish-menu";
import { presentDay } from "./wire-labels";

interface Row {
  readonly portion: PortionDocument;
  /** Undefined for a guest, and for somebody who is no longer there. */
  readonly person: RosterPerson | undefined;
  readonly now: number;
}

const UNKNOWN: RosterPerson = { name: "已注销的居民", pinyinInitials: "", phoneTail: null, age: null };
const GUEST: RosterPerson = { name: "现场来客", pinyinInitials: "xclk", phoneTail: null, age: null };

export function presentRow({ portion, person = portion.isGuest ? GUEST : UNKNOWN, now }: Row): RosterRow {
  const { id, code, dishName, mode, state, priceLines } = standingBooking(portion);
  const isWalkIn = portion.servedBy === "walk_in";
  const undoUntil = portion.servedAt ? portion.servedAt.getTime() + UNDO_MS : 0;
  return {
    bookingId: id,
    ...person,
    dishName,
    mode,
    priceFen: priceLines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    state: state === "cancelled" ? "booked" : state,
    codeTail: isWalkIn ? null : (code?.slice(-2) ?? null),
    isWalkIn,
    isBookedByOther: portion.bookedBy !== undefined && portion.bookedBy !== portion.elder,
    servedAt: portion.servedAt ? toInstant(portion.servedAt.getTime()) : null,
    undoUntil: undoUntil > now ? toInstant(undoUntil) : null,
  };
}

interface Sitting {
  readonly menu: MenuDocument;
  readonly groups: readonly PortionGroup[];
  readonly now: number;
}

export function presentCounterSitting({ menu, groups, now }: Sitting): CounterSitting {
  const own = groups.filter(({ _id }) => _id.sitting === menu._id);
  return {
    menuId: menu._id,
    carePointId: menu.carePointId,
    ...presentDay(menu, now),
    servesFrom: menu.servesFrom,
    servesUntil: menu.servesUntil,
    closesAt: toInstant(menu.closesAt.getTime()),
    servesUntilAt: toInstant(servingEnd(menu).getTime()),
    closedReason: menu.closed?.reason ?? null,
    modes: [...menu.modes],
    counts: countsOf(own),
    dishes: menu.dishes.map((dish) => presentDish(menu, dish, own)),
  };
}

function presentDish({ modes }: MenuDocument, dish: MenuDish, groups: readonly PortionGroup[]): CounterDish {
  const own = groups.filter(({ _id }) => _id.dish === dish.id);
  const byMode = modes.map((mode) => {
    const { booked, served } = countsOf(own.filter(({ _id }) => _id.mode === mode));
    return { mode, booked, served };
  });
  return { dishId: dish.id, dishName: dish.name, isSoldOut: dish.soldOut === true, counts: countsOf(own), byMode };
}
