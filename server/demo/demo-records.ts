import { addDays } from "@shared/core/dates";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { claimCarePoint } from "@server/domains/care-point-records/claim-care-point";
import { escalateCorrections } from "@server/domains/care-point-records/escalate-corrections";
import { proposeChange } from "@server/domains/care-point-records/propose-change";
import { reportCorrection } from "@server/domains/care-point-records/report-correction";
import { buildCarePoint, everyDay, findCarePoint } from "@server/domains/care-points/index";
import { demoPersonId } from "./demo-people";
import { CHUNFENG_CANTEEN } from "./demo-places";

type RecordDeps = Pick<Deps, "clock" | "sealer">;

const STATION = "demo-maotong-station";
const OTHER_CANTEEN = "demo-xiangrong-canteen";
/** Long enough ago that nobody answered in time. */
const DAYS_AGO = 7;
const DAY_MS = 86_400_000;

/**
 * What lies on the desk of the office of 红旗区: a name that waits for its yes, a correction that nobody answered, a claim,
 * and an entry that is not published. Each by a key of its own: again it is the same.
 */
export async function buildDemoRecords(deps: RecordDeps): Promise<void> {
  const [canteen, other] = [await findCarePoint(CHUNFENG_CANTEEN), await findCarePoint(OTHER_CANTEEN)];
  if (!canteen || !other) return;
  await buildClosedStation(deps, other.regionId);
  await proposeChange(deps, {
    carePoint: canteen,
    wanted: { what: "name", name: "春风长者食堂" },
    isCertain: false,
    actorId: demoPersonId("manager"),
    key: "demo-name",
  });
  await claimCarePoint(deps, {
    carePoint: other,
    evidence: "我在向荣社区管食堂，营业执照在我手上",
    phone: "15400000049",
    actorId: demoPersonId("daughter"),
    key: "demo-claim",
  });
  const weekAgo = { ...deps, clock: { ...deps.clock, now: () => deps.clock.now() - DAYS_AGO * DAY_MS } };
  const said = { what: "hours", sentence: "去了两次，下午四点就关门了", reporterId: null } as const;
  await reportCorrection(weekAgo, { ...said, carePointId: STATION, key: "demo-correction" });
  await escalateCorrections(deps);
}

const buildClosedStation = ({ clock }: Pick<Deps, "clock">, regionId: string) =>
  buildCarePoint({
    _id: "demo-xiangrong-station",
    regionId,
    name: "向荣日间照料站",
    kinds: ["day_care_station"],
    services: ["day_care"],
    openingHours: everyDay({ opens: "08:00", closes: "17:30" }),
    position: { type: "Point", coordinates: [113.8871, 35.2979] },
    address: "向荣路 23 号",
    phone: "0373-0000109",
    withheld: { since: addDays(today(clock), -3), why: "unpublished", mergedInto: null },
    today: today(clock),
  });
