import { newId } from "@server/core/ids";
import { RegionModel, type RegionDocument } from "./region.model";

const DISTRICT = "xinxiang-hongqi";

type BuildRegion = Partial<RegionDocument>;

/** Writes a region below the packs' ones, by default a township of 红旗区; the same id twice is one region. */
export async function buildRegion(overrides: BuildRegion = {}): Promise<RegionDocument> {
  const region = { _id: newId(), name: "春风街道", parentId: DISTRICT, position: null, isDemo: true, ...overrides };
  const { _id, ...rest } = region;
  await RegionModel.updateOne({ _id }, { $set: rest }, { upsert: true });
  return region;
}

/** Writes a community with its township, by default 春风社区 in 红旗区 of 新乡. */
export async function buildCommunity(overrides: BuildRegion = {}): Promise<RegionDocument> {
  const parentId = overrides.parentId ?? (await buildRegion())._id;
  const position = { type: "Point", coordinates: [113.88, 35.3] } as const;
  return buildRegion({ name: "春风社区", position, ...overrides, parentId });
}

/** Writes many regions in one command; the same ids again are the same regions. */
export async function buildRegions(regions: readonly RegionDocument[]): Promise<void> {
  const writes = regions.map(({ _id, ...rest }) => {
    return { updateOne: { filter: { _id }, update: { $set: rest }, upsert: true } };
  });
  if (writes.length > 0) await RegionModel.bulkWrite(writes, { ordered: false });
}
