import { newId } from "@server/core/ids";
import { buildCommunity, districtOf, findRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { tidyHours } from "./opening-hours";

type BuildCarePoint = Partial<Omit<CarePointDocument, "cityId" | "districtId">>;

const WHOLE_WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The same hours on every day of the week. */
export const everyDay = (...hours: readonly { readonly opens: string; readonly closes: string }[]) =>
  WHOLE_WEEK.flatMap((weekday) => hours.map((one) => ({ weekday, ...one })));

/**
 * Writes a care point and, unless `regionId` is given, its community; by default a canteen in 春风社区 of 红旗区. The
 * same id twice is one care point.
 * @throws Error when the region is unknown
 */
export async function buildCarePoint(overrides: BuildCarePoint = {}): Promise<CarePointDocument> {
  const regionId = overrides.regionId ?? (await buildCommunity())._id;
  const region = await findRegion(regionId);
  if (!region) throw new Error(`no such region: ${regionId}`);
  const carePoint: CarePointDocument = {
    _id: newId(),
    name: "春风社区食堂",
    position: { type: "Point", coordinates: [113.882, 35.302] },
    address: "春风街 8 号",
    phone: "0373-5550101",
    services: ["meals"],
    accessibility: ["ramp", "wheelchair"],
    acceptsDisabled: false,
    isDemo: true,
    ...overrides,
    openingHours: tidyHours(overrides.openingHours ?? everyDay({ opens: "10:30", closes: "13:00" })),
    regionId,
    cityId: region.cityId,
    districtId: districtOf(region),
  };
  const { _id, ...rest } = carePoint;
  await CarePointModel.updateOne({ _id }, { $set: rest }, { upsert: true });
  return carePoint;
}
