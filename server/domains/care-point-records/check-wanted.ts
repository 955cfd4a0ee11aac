import { verifyingRulesOn } from "@shared/domains/care-point-records/verifying-records";
import type { WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import type { ServiceDate } from "@shared/core/primitives";
import { AppError, refusedField } from "@server/core/app-error";
import { toPosition, type Position } from "@server/core/geo-point";
import { metresBetween, type CarePointDocument } from "@server/domains/care-points/index";
import { findRegion } from "@server/domains/regions/index";
import { isAlreadySo, wantedPosition } from "./wanted-facts";

interface Checking {
  readonly wanted: WantedChange;
  readonly carePoint: CarePointDocument;
  readonly today: ServiceDate;
  /** She has looked again at a position that is far away. */
  readonly isCertain: boolean;
}

/**
 * Whether a wish makes sense: it changes something; an operator has begun, and after the one before; a position is on
 * earth, not the wrong way round, and near its region unless somebody has looked twice.
 * @throws AppError nothing_changed, position_swapped, position_far, invalid_request
 */
export async function checkWanted({ wanted, carePoint, today, isCertain }: Checking): Promise<void> {
  if (wanted.what === "position") await checkPosition({ wanted, carePoint, today, isCertain });
  if (isAlreadySo(wanted, carePoint)) throw new AppError("nothing_changed");
  if (wanted.what !== "operator") return;
  if (today < wanted.since) throw refusedField("body.change.since", "in_the_future");
  if (carePoint.operator && wanted.since < carePoint.operator.since)
    throw refusedField("body.change.since", "too_early");
}

type OfPosition = Checking & { readonly wanted: Extract<WantedChange, { what: "position" }> };

const LATITUDE_MOST = 90;

async function checkPosition({ wanted, carePoint, today, isCertain }: OfPosition): Promise<void> {
  const { latitude, longitude } = wanted;
  const region = await findRegion(carePoint.regionId);
  const seat = region?.position ?? toPosition(carePoint.position);
  const { surroundingsMetres } = verifyingRulesOn(today);
  const isNear = (position: Position) => metresBetween(seat, position) <= surroundingsMetres;
  const isOnEarth = Math.abs(latitude) <= LATITUDE_MOST;
  if (isOnEarth && isNear(wantedPosition(wanted))) return;
  // Read the other way round it lies here: the two figures stand in each other's place.
  if (Math.abs(longitude) <= LATITUDE_MOST && isNear({ latitude: longitude, longitude: latitude }))
    throw new AppError("position_swapped");
  if (!isOnEarth) throw refusedField("body.change.latitude", "not_on_earth");
  if (!isCertain) throw new AppError("position_far");
}
