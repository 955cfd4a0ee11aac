import type { PlatformTrouble } from "@shared/domains/reconciliation/reconciliation.contract";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { districtsOf, openedPacks, type RegionPack } from "@server/domains/regions/index";
import { readPlatform, type PlatformAccess, type PlatformReading } from "./province-platform";
import { ProvinceSnapshotModel, type ProvinceSnapshotDocument } from "./province-snapshot.model";

type Needed = Pick<Deps, "clock" | "env" | "logger">;
type Hurry = Pick<PlatformAccess, "pausesMs" | "withinMs">;

/**
 * Reads each city's facilities from the province's platform and keeps them as one dated snapshot.
 *
 * - Nothing is asked where no platform is set up.
 * - What came is taken whole or not at all: after a failure the snapshot before stands, with why it is old.
 * - A list in which no facility lies in a county of the city is another city's; one of a day to come is no figure.
 * - Our own entries are never touched: what differs is for people to look at.
 */
export async function fetchProvinceFigures(deps: Needed, hurry: Hurry = {}): Promise<void> {
  const { provincePlatform: platform } = deps.env;
  if (!platform) return;
  for (const pack of openedPacks()) {
    const reading = await readPlatform({ access: { ...platform, ...hurry }, cityName: pack.city.name });
    const trouble = reading.trouble ?? faultOf(reading, { pack, deps });
    if (trouble !== null) deps.logger.warn({ city: pack.city.id, trouble }, "the province's platform was not read");
    await keep({ cityId: pack.city.id, triedAt: new Date(deps.clock.now()), reading, trouble });
  }
}

type Read = Extract<PlatformReading, { trouble: null }>;

function faultOf({ asOf, facilities }: Read, { pack, deps }: { pack: RegionPack; deps: Needed }) {
  const counties = new Set(districtsOf({ cityId: pack.city.id }).map(({ name }) => name));
  const isOurs = facilities.some(({ countyName }) => counties.has(countyName));
  return isOurs && asOf <= today(deps.clock) ? null : "unreadable";
}

interface Outcome extends Pick<ProvinceSnapshotDocument, "triedAt"> {
  readonly cityId: string;
  readonly reading: PlatformReading;
  readonly trouble: PlatformTrouble | null;
}

async function keep({ cityId: _id, triedAt, reading, trouble }: Outcome): Promise<void> {
  if (trouble !== null || reading.trouble !== null) {
    const update = { $set: { triedAt, trouble }, $setOnInsert: { snapshot: null } };
    await ProvinceSnapshotModel.updateOne({ _id }, update, { upsert: true });
    return;
  }
  const { asOf, facilities } = reading;
  const snapshot = { asOf, readAt: triedAt, facilities };
  await ProvinceSnapshotModel.updateOne({ _id }, { $set: { triedAt, trouble, snapshot } }, { upsert: true });
}
