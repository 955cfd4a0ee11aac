import { businessDay } from "@shared/core/dates";
import type { Deps } from "@server/core/deps";
import { newId, stableId } from "@server/core/ids";
import type { OutboxEvent, OutboxSource } from "@server/core/outbox/outbox";
import {
  changeCarePoint,
  createCarePoint,
  findCarePoint,
  newOffering,
  type CarePointDocument,
} from "@server/domains/care-points/index";
import { MEAL_POINTS, type MealPointDocument } from "./meal-point.model";
import { findMealPoint } from "./meal-points.queries";

type Withheld = CarePointDocument["withheld"];

/** So often somebody else may change the entry in between; then the event comes back. */
const TRIES = 5;

/** A point and the last act that its entry has to follow. */
interface Standing {
  readonly mealPoint: MealPointDocument;
  /** Its last change of state. */
  readonly step: MealPointDocument["timeline"][number];
}

/**
 * A point's entry follows its case. The case is written first and carries the event; the relay brings the entry after it,
 * again and again until it has. From the day on which it was built there is an entry, with the point's id, in no list;
 * being published lifts that, being suspended or closed brings it back.
 */
export const mealPointEvents: OutboxSource = {
  collection: MEAL_POINTS,
  deliver: async (deps, events) => {
    for (const id of new Set(events.map(({ documentId }) => documentId))) await followMealPoint(deps, id);
  },
};

/** @throws Error when the entry was changed by others each time */
export async function followMealPoint(deps: Pick<Deps, "clock">, id: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    // First the entry, then the case: what is written is at least as new as the entry it is written over.
    const known = await findCarePoint(id);
    const standing = standingOf(await findMealPoint(id));
    if (!standing) return;
    const carePoint = known ?? (await found(deps, standing));
    if (!carePoint || isSettled(carePoint, standing)) return;
    if (await follow(deps, carePoint, standing)) return;
  }
  throw new Error(`the entry of meal point ${id} was changed by others each time`);
}

function standingOf(mealPoint: MealPointDocument | null): Standing | null {
  const step = mealPoint?.timeline.filter(({ from, to }) => from !== to).at(-1);
  return mealPoint && step && mealPoint.timeline.some(({ to }) => to === "built") ? { mealPoint, step } : null;
}

/** Why its entry is in no list as the case stands; null where it is in them. */
function withheldOf({ mealPoint: { state }, step }: Standing): Withheld {
  const since = businessDay(step.at.getTime());
  if (state === "published" || state === "operating") return null;
  const why = state === "suspended" || state === "closed" ? state : "not_plated";
  return { since, why, mergedInto: null };
}

/** What the county took out of the lists by itself, or two persons merged, stays so; a closed point is closed. */
function isSettled({ withheld }: CarePointDocument, standing: Standing): boolean {
  const wanted = withheldOf(standing);
  if (withheld?.why === "merged") return true;
  if (withheld?.why === "unpublished" && wanted?.why !== "closed") return true;
  return withheld?.why === wanted?.why;
}

const follow = (
  deps: Pick<Deps, "clock">,
  { _id, version, verifiedOn }: CarePointDocument,
  standing: Standing,
): Promise<CarePointDocument | null> => {
  const withheld = withheldOf(standing);
  // Who publishes it, or brings it back, says that it is as it stands there.
  const day = businessDay(standing.step.at.getTime());
  return changeCarePoint(deps, {
    carePointId: _id,
    version,
    facts: { withheld, verifiedOn: withheld === null && verifiedOn < day ? day : verifiedOn },
    change: { id: stableId("build-out", standing.step.id, String(version)), fingerprint: standing.mealPoint.state },
    event: event(standing),
  });
};

async function found(deps: Pick<Deps, "clock">, standing: Standing): Promise<CarePointDocument | null> {
  const { _id: id, survey, position, name, address, regionId, isDemo } = standing.mealPoint;
  if (!survey || !position) return null;
  const { phone, openingHours, licence } = survey;
  return createCarePoint(deps, {
    id,
    facts: {
      name,
      kinds: ["meal_point"],
      regionId,
      position,
      address,
      phone,
      offerings: [newOffering("meals", openingHours)],
      certificates: licence ? [{ name: `食品经营许可 ${licence.number}`, expiresOn: licence.expiresOn }] : [],
      withheld: withheldOf(standing),
      verifiedOn: businessDay(standing.step.at.getTime()),
      isDemo,
    },
    event: event(standing),
  });
}

const event = ({ step }: Standing): OutboxEvent => ({ id: newId(), type: "build-out.entry-follows", at: step.at });
