import type { ServiceDate } from "@shared/core/primitives";
import type { OpeningHours } from "@shared/domains/care-points/care-point-shapes";
import type { CareService } from "@shared/core/network";
import { newId } from "@server/core/ids";
import { buildCommunity, districtOf, findRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { withDerivedFacts, type CarePointFacts } from "./derived-facts";
import { newOffering } from "./new-offering";
import type { Offering } from "./offering";

const WHOLE_WEEK = [0, 1, 2, 3, 4, 5, 6];
/** The first day of the demo and of the tests, where nobody says another. */
const FIRST_DAY = "2026-11-22";

/** The same hours on every day of the week. */
export const everyDay = (...hours: readonly { readonly opens: string; readonly closes: string }[]) =>
  WHOLE_WEEK.flatMap((weekday) => hours.map((one) => ({ weekday, ...one })));

/** An offering with nothing but its hours; meals can be ordered here. */
export const offeringOf = (service: CareService, openingHours: readonly OpeningHours[]): Offering => ({
  ...newOffering(service, openingHours),
  isBookable: service === "meals",
});

interface BuildCarePoint extends Partial<Omit<CarePointFacts, "cityId" | "districtId">> {
  /** Instead of `offerings`: services that all keep the same hours. */
  readonly services?: readonly CareService[];
  readonly openingHours?: readonly OpeningHours[];
  /** The day from which on its open times are planned, and on which it was checked unless `verifiedOn` says otherwise. */
  readonly today?: ServiceDate;
}

/**
 * Writes a care point and, unless `regionId` is given, its community; by default a canteen in 春风社区 of 红旗区. The
 * same id twice is one care point.
 * @throws Error when the region is unknown
 */
export async function buildCarePoint(overrides: BuildCarePoint = {}): Promise<CarePointDocument> {
  const regionId = overrides.regionId ?? (await buildCommunity())._id;
  const carePoint = await assemble({ ...overrides, regionId });
  await write([carePoint]);
  return carePoint;
}

/** Writes many care points in one command. @throws Error when one's region is unknown */
export const buildCarePoints = async (
  all: readonly (BuildCarePoint & { readonly regionId: string })[],
): Promise<void> => write(await Promise.all(all.map(assemble)));

async function write(carePoints: readonly CarePointDocument[]): Promise<void> {
  const writes = carePoints.map(({ _id, ...rest }) => {
    return { updateOne: { filter: { _id }, update: { $set: rest }, upsert: true } };
  });
  if (writes.length > 0) await CarePointModel.bulkWrite(writes, { ordered: false });
}

async function assemble({
  services = ["meals"],
  openingHours = everyDay({ opens: "10:30", closes: "13:00" }),
  today = FIRST_DAY,
  regionId,
  ...overrides
}: BuildCarePoint & { readonly regionId: string }): Promise<CarePointDocument> {
  const region = await findRegion(regionId);
  if (!region) throw new Error(`no such region: ${regionId}`);
  const facts: CarePointFacts = {
    _id: newId(),
    name: "春风社区食堂",
    formerNames: [],
    kinds: ["canteen"],
    servesRegionIds: [],
    position: { type: "Point", coordinates: [113.882, 35.302] },
    address: "春风街 8 号",
    phone: "0373-5550101",
    operator: null,
    formerOperators: [],
    offerings: services.map((service) => offeringOf(service, openingHours)),
    closedDays: [],
    accessibility: ["ramp", "wheelchair"],
    accepts: [],
    grade: null,
    certificates: [],
    creditCode: null,
    withheld: null,
    verifiedOn: today,
    version: 0,
    isDemo: true,
    ...overrides,
    regionId,
    cityId: region.cityId,
    districtId: districtOf(region),
  };
  return withDerivedFacts({ facts, region, today });
}
