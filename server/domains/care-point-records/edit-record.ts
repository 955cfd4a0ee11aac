import type { ServiceDate } from "@shared/core/primitives";
import type { RecordEdit } from "@shared/domains/care-point-records/care-point-records.contract";
import { notFound, refusedField } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { findCarePoint, tidyHours, type CarePointDocument } from "@server/domains/care-points/index";
import { changeRecord } from "./change-of-record";

interface Editing {
  readonly edit: RecordEdit;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Changes what a manager keeps up by herself: phone, address, hours, special days, prices, how many fit, how one gets in
 * and who is taken.
 *
 * - Name, position and services stay: they decide where and as what the place is found, and the county says yes to them.
 * - A season keeps its hours, and special days that are over are dropped.
 * - How many fit is told as of a day that has come.
 * - Editing is not confirming: who changed a phone number has not looked at the rest.
 *
 * @throws AppError record_changed when somebody else was first, invalid_request for other services than the entry's and
 *   for a capacity of a day to come, key_reused
 */
export async function editRecord(
  deps: Pick<Deps, "clock">,
  { edit, actorId, key }: Editing,
): Promise<CarePointDocument> {
  const { carePointId, version, phone, address, accessibility, accepts } = edit;
  const seen = await findCarePoint(carePointId);
  if (!seen) throw notFound();
  const day = today(deps.clock);
  checkServices(edit, seen);
  checkCapacities(edit, day);
  return changeRecord(deps, {
    carePointId,
    version,
    actorId,
    key,
    act: "edit-record",
    facts: {
      phone,
      address,
      accessibility: [...new Set(accessibility)],
      accepts: [...new Set(accepts)],
      offerings: seen.offerings.map((offering) => ({ ...offering, ...editedOf(edit, offering.service, day) })),
    },
    asked: edit,
  });
}

type Offerings = CarePointDocument["offerings"];

function editedOf({ offerings }: RecordEdit, service: Offerings[number]["service"], day: ServiceDate) {
  const edited = offerings.find((one) => one.service === service);
  if (!edited) return {};
  const { openingHours, specialDays, capacity, price } = edited;
  return {
    openingHours: tidyHours(openingHours),
    specialDays: specialDays.filter(({ date }) => day <= date),
    capacity,
    price,
  };
}

function checkServices({ offerings }: RecordEdit, seen: CarePointDocument): void {
  const [edited, kept] = [offerings, seen.offerings].map((list) => list.map(({ service }) => service).sort());
  if (String(edited) !== String(kept)) throw refusedField("body.offerings", "other_services");
}

function checkCapacities({ offerings }: RecordEdit, day: ServiceDate): void {
  const place = offerings.findIndex(({ capacity }) => capacity !== null && day < capacity.asOf);
  if (place >= 0) throw refusedField(`body.offerings.${place}.capacity.asOf`, "in_the_future");
}
