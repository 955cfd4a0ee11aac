import { careServiceWords, facilityKindWords } from "@shared/core/network";
import { today, type Clock } from "@server/core/clock";
import { trusted } from "@server/core/db/trusted";
import { toPosition } from "@server/core/geo-point";
import type { PublicDataSource } from "@server/core/http/public-data-source";
import { stableId } from "@server/core/ids";
import { findRegion, type PlacedRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { weekLines } from "./opening-hours";
import type { Offering } from "./offering";
import { presentOpenFacility } from "./open-facilities.presenter";

const BATCH = 200;

interface Opened {
  readonly carePoint: CarePointDocument;
  readonly offering: Offering;
  readonly region: PlacedRegion;
}

/** All facilities that a list would show, in the order of their ids: read in batches, never held whole. */
export const openFacilities = ({ clock }: { readonly clock: Clock }): PublicDataSource => ({
  version: () => versionOn(today(clock)),
  rows: async function* () {
    for await (const opened of eachOffering(today(clock))) yield presentOpenFacility(opened);
  },
  csvRows: async function* () {
    for await (const opened of eachOffering(today(clock))) yield toCsvRow(opened);
  },
});

/** Who leaves the list, who comes and who is changed each makes another version. */
async function versionOn(day: string): Promise<string> {
  const [state] = await CarePointModel.aggregate<{ count: number; changes: number; verifiedOn: string }>([
    { $match: { leavesOn: { $gt: day } } },
    { $group: { _id: null, count: { $sum: 1 }, changes: { $sum: "$version" }, verifiedOn: { $max: "$verifiedOn" } } },
  ]);
  return stableId(day, String(state?.count ?? 0), String(state?.changes ?? 0), state?.verifiedOn ?? "");
}

async function* eachOffering(day: string): AsyncGenerator<Opened> {
  for (let after = ""; ;) {
    const batch = await CarePointModel.find({ _id: trusted({ $gt: after }), leavesOn: trusted({ $gt: day }) })
      .sort({ _id: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .select({ openIntervals: 0, searchKeys: 0 })
      .lean<CarePointDocument[]>();
    for (const carePoint of batch) {
      const region = await findRegion(carePoint.regionId);
      // A city that is not run here is not told of.
      if (region) for (const offering of carePoint.offerings) yield { carePoint, offering, region };
    }
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last._id;
  }
}

function toCsvRow({ carePoint, offering, region }: Opened) {
  const { latitude, longitude } = toPosition(carePoint.position);
  return {
    编号: carePoint._id,
    名称: carePoint.name,
    类型: carePoint.kinds.map((kind) => facilityKindWords[kind]).join("、"),
    服务: careServiceWords[offering.service],
    所在地: region.path.map(({ name }) => name).join(" "),
    地址: carePoint.address,
    电话: carePoint.phone,
    开放时间: weekLines(offering.openingHours).join("；"),
    "纬度（WGS-84）": latitude,
    "经度（WGS-84）": longitude,
    核对日期: carePoint.verifiedOn,
  };
}
