import { AppError, notFound } from "@server/core/app-error";
import { today, type Clock } from "@server/core/clock";
import { findCarePoint, type CarePointDocument } from "@server/domains/care-points/index";
import { hasMealsAhead } from "@server/domains/meals/index";
import { findRegion } from "@server/domains/regions/index";

interface Checking {
  /** The office's region. */
  readonly regionId: string;
  readonly keepId: string;
  readonly goneId: string;
  readonly clock: Clock;
}

/**
 * Both entries, when they are of the office and may become one.
 * @throws AppError not_found, merge_gone, merge_has_menus
 */
export async function checkMergeable({ regionId, keepId, goneId, clock }: Checking): Promise<{
  readonly keep: CarePointDocument;
  readonly gone: CarePointDocument;
}> {
  const [keep, gone] = await Promise.all([findCarePoint(keepId), findCarePoint(goneId)]);
  if (!keep || !gone || !(await isWithin(keep, regionId)) || !(await isWithin(gone, regionId))) throw notFound();
  if ([keep, gone].some(({ withheld }) => withheld?.why === "merged")) throw new AppError("merge_gone");
  if (await hasMealsAhead({ carePointId: goneId, from: today(clock) })) throw new AppError("merge_has_menus");
  return { keep, gone };
}

async function isWithin({ regionId }: CarePointDocument, officeId: string): Promise<boolean> {
  const region = await findRegion(regionId);
  return region?.path.some(({ id }) => id === officeId) === true;
}
