import { buildOutRulesOn } from "@shared/domains/build-out/build-out.rules";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { openCase } from "@server/core/cases/open-case";
import { today } from "@server/core/clock";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { PlacedRegion } from "@server/domains/regions/index";
import { MealPointModel, type MealPointDocument } from "./meal-point.model";
import { findMealPoint } from "./meal-points.queries";

interface Proposing {
  readonly region: PlacedRegion;
  /** The county it lies in. */
  readonly countyId: string;
  readonly name: string;
  readonly address: string;
  /** Why here. */
  readonly proposal: string;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Proposes a meal point: the county has so many working days to survey it. The same proposal sent again is one.
 * @throws AppError key_reused when the key proposed something else
 */
export async function proposeMealPoint(
  { clock }: Pick<Deps, "clock">,
  { region, countyId, name, address, proposal, actorId, key }: Proposing,
): Promise<MealPointDocument> {
  const now = clock.now();
  const id = stableId("meal-point", actorId, key);
  const mealPoint: MealPointDocument = {
    ...openCase({
      id,
      state: "proposed",
      owner: { type: "district", id: countyId },
      workingDays: buildOutRulesOn(today(clock)).workingDays.proposed,
      act: "propose",
      by: actorId,
      reason: proposal,
      now,
    }),
    state: "proposed",
    cityId: region.cityId,
    countyId,
    regionId: region.id,
    name,
    address,
    proposal,
    ...untouched,
    outbox: [
      auditEvent({
        act: "build-out.propose-meal-point",
        actorId,
        subject: { type: "meal-point", id },
        reason: proposal,
        now,
      }),
    ],
  };
  try {
    await MealPointModel.create([mealPoint]);
    return mealPoint;
  } catch (error) {
    const known = isDuplicateKey(error) ? await findMealPoint(id) : null;
    if (!known) throw error;
    if (!isSame(known, mealPoint)) throw new AppError("key_reused");
    return known;
  }
}

/** What nobody did yet. */
const untouched = {
  survey: null,
  clash: null,
  firstYesBy: null,
  plaqueNumber: null,
  batchId: null,
  batchName: null,
  escalatedOn: null,
  isDemo: false,
} as const satisfies Partial<MealPointDocument>;

/** The survey may have given it another name since: only what nobody changes is compared. */
const isSame = (known: MealPointDocument, asked: MealPointDocument): boolean =>
  known.regionId === asked.regionId && known.proposal === asked.proposal && isNamed(known, asked);

const isNamed = (known: MealPointDocument, { name, address }: MealPointDocument): boolean =>
  known.survey !== null || (known.name === name && known.address === address);
