import { dateLabel } from "@server/core/calendar";
import type { AuditNote } from "@server/core/audit/audit-note";
import type { DeliveredEvent } from "@server/core/outbox/outbox";
import { tellOfAct } from "@server/domains/family/index";
import type { HelpedBooking } from "./booking-event";
import { placesOf } from "./places";
import { mealNames } from "./wire-labels";

/** An event of somebody who acted for an elder: by a bond, or staff whom she rang up. */
type HelpedEvent = DeliveredEvent & {
  readonly at: Date;
  readonly audit: AuditNote;
  readonly helped: HelpedBooking;
};

const DEEDS: Readonly<Record<string, string>> = {
  "meals.portion-claimed": "订了",
  "meals.portion-released": "取消了",
};

/** Tells each elder what was ordered or cancelled for her, when and by whom; told twice it stands once. */
export async function tellElders(events: readonly DeliveredEvent[]): Promise<void> {
  const helped = events.filter((event): event is HelpedEvent => event["helped"] !== undefined);
  if (helped.length === 0) return;
  const placeOf = await placesOf(helped.map((event) => event.helped));
  for (const { id, type, at, audit, helped: booking } of helped) {
    const { elder, relation, date, meal, dishName, carePointId } = booking;
    const what = `${dateLabel(date)} ${mealNames[meal]}，${placeOf(carePointId).name}的${dishName}`;
    const deed = `${DEEDS[type] ?? ""}${what}`;
    const bookingId = audit.subject.id;
    await tellOfAct({ id, elder, helper: audit.actorId, relation, deed, at, carePointId, bookingId });
  }
}
