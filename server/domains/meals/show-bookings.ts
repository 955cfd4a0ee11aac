import type { MealBooking } from "@shared/domains/meals/meals.contract";
import type { Actor } from "@server/core/policy";
import { findKnownPeople, type KnownPerson } from "@server/domains/accounts/index";
import { helperLabel } from "@server/domains/family/index";
import type { Booking } from "./booking";
import { CALLED_OFF } from "./called-off";
import { mealsPolicy } from "./meals.policy";
import { presentBooking } from "./meals.presenter";
import { placesOf } from "./places";
import type { Reach } from "./reach";

interface Showing {
  readonly bookings: readonly Booking[];
  readonly actor: Actor;
  /** To the elder whose bookings they are. */
  readonly reach: Reach;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** An elder's bookings as she, or who acts for her, sees them. */
export async function showBookings({ bookings, actor, reach, now }: Showing): Promise<MealBooking[]> {
  const [placeOf, people] = await Promise.all([
    placesOf(bookings),
    findKnownPeople(bookings.flatMap((booking) => namesIn(booking, actor.id))),
  ]);
  const mayCancel = mealsPolicy.cancelMealBooking(actor, reach) === "allow";
  return bookings.map((booking) => {
    const labelled = { booking, viewerId: actor.id, people };
    const labels = { bookedByLabel: labelOf(labelled), cancelledLabel: cancelledLabelOf(labelled) };
    return presentBooking({ booking, place: placeOf(booking.carePointId), now, mayCancel, labels });
  });
}

export async function showBooking({ booking, ...rest }: Omit<Showing, "bookings"> & { readonly booking: Booking }) {
  const [shown] = await showBookings({ bookings: [booking], ...rest });
  if (!shown) throw new Error("a booking was not presented");
  return shown;
}

/** Whose names the sentences need about who booked and who cancelled: nobody's for what a person did herself. */
const namesIn = ({ elder, bookedBy = elder, ended }: Booking, viewerId: string): string[] =>
  [elder, bookedBy, ended?.by ?? elder].filter((id) => id !== viewerId);

interface Labelled {
  readonly booking: Booking;
  readonly viewerId: string;
  readonly people: ReadonlyMap<string, KnownPerson>;
}

function labelOf({ booking, viewerId, people }: Labelled): string | null {
  const { elder, bookedBy = elder, bookedAs = null } = booking;
  const nameOf = (id: string) => people.get(id)?.preferredName ?? null;
  const elderLabel = viewerId === elder ? "您" : helperLabel({ relation: null, preferredName: nameOf(elder) });
  if (bookedBy === elder) return viewerId === elder ? null : `${elderLabel}自己订的`;
  const who = viewerId === bookedBy ? "您" : helperLabel({ relation: bookedAs, preferredName: nameOf(bookedBy) });
  return `${who}替${elderLabel}订的`;
}

function cancelledLabelOf({ booking: { elder, state, ended }, viewerId, people }: Labelled): string | null {
  if (state !== "cancelled") return null;
  if (ended?.how === CALLED_OFF) return "食堂停餐";
  if (ended?.by === undefined) return "取消了";
  if (ended.by === viewerId) return "您取消了";
  const relation = ended.as ?? null;
  const preferredName = people.get(ended.by)?.preferredName ?? null;
  return `${helperLabel({ relation, preferredName })}${ended.by === elder ? "自己" : ""}取消了`;
}
