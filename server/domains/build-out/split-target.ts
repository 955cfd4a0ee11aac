import { AppError, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { PlacedRegion } from "@server/domains/regions/index";
import { countiesOf, programmeOf } from "./programme";
import { TargetSplitModel, type TargetSplitDocument } from "./target-split.model";

interface Splitting {
  readonly city: PlacedRegion;
  readonly shares: TargetSplitDocument["shares"];
  readonly actorId: string;
  readonly key: string;
}

/**
 * Splits a city's target to its counties. Each county has one share, and together they are the target, no more and no
 * less. The newest split holds; the ones before stay on record.
 * @throws AppError no_target, split_sum_wrong, invalid_request where a county is missing, twice or none of the city,
 *   key_reused
 */
export async function splitTarget(
  { clock }: Pick<Deps, "clock">,
  { city, shares, actorId, key }: Splitting,
): Promise<void> {
  const id = stableId("target-split", actorId, key);
  if (await isKnown(id, { city, shares })) return;
  const programme = programmeOf(city);
  if (!programme) throw new AppError("no_target");
  checkCounties(city, shares);
  if (shares.reduce((sum, { value }) => sum + value, 0) !== programme.value) throw new AppError("split_sum_wrong");
  const now = clock.now();
  const split: TargetSplitDocument = {
    _id: id,
    cityId: city.id,
    indicator: programme.indicator,
    period: programme.period,
    shares,
    by: actorId,
    at: new Date(now),
    outbox: [auditEvent({ act: "programme.split-target", actorId, subject: { type: "target-split", id }, now })],
  };
  try {
    await TargetSplitModel.create([split]);
  } catch (error) {
    // Sent twice at once: the other one wrote it.
    if (!isDuplicateKey(error) || !(await isKnown(id, { city, shares }))) throw error;
  }
}

/** @throws AppError key_reused when the key split something else */
async function isKnown(id: string, { city, shares }: Pick<Splitting, "city" | "shares">): Promise<boolean> {
  const known = await TargetSplitModel.findById(id).lean<TargetSplitDocument>();
  if (known && (known.cityId !== city.id || !isSame(known.shares, shares))) throw new AppError("key_reused");
  return known !== null;
}

function checkCounties(city: PlacedRegion, shares: Splitting["shares"]): void {
  const counties = countiesOf(city).map(({ id }) => id);
  const named = shares.map(({ regionId }) => regionId);
  const isEachOnce = named.length === counties.length && counties.every((id) => named.includes(id));
  if (!isEachOnce) throw refusedField("body.shares", "each_county_once");
}

const isSame = (known: Splitting["shares"], asked: Splitting["shares"]): boolean =>
  known.length === asked.length &&
  known.every(({ regionId, value }, place) => asked[place]?.regionId === regionId && asked[place].value === value);
