import { addDays } from "@shared/core/dates";
import type { CareService } from "@shared/core/network";
import { today, type Clock } from "@server/core/clock";
import { buildCarePoint, everyDay } from "@server/domains/care-points/index";
import { buildCommunity, buildRegion, findRegion } from "@server/domains/regions/index";
import { buildDemoRegions } from "./demo-regions";

/**
 * Townships, communities and care points that the demo invents, near the published seats of their districts. Their
 * phones begin with a digit no subscriber has, so that a tap on 打电话 reaches nobody.
 */
const TOWNSHIPS = [
  { _id: "demo-chunfeng-street", parentId: "xinxiang-hongqi", name: "春风街道" },
  { _id: "demo-muge-street", parentId: "xinxiang-muye", name: "牧歌街道" },
] as const;

const COMMUNITIES = [
  { _id: "demo-chunfeng", parentId: "demo-chunfeng-street", name: "春风社区", at: [113.875, 35.303] },
  { _id: "demo-xiangrong", parentId: "demo-chunfeng-street", name: "向荣社区", at: [113.8865, 35.2985] },
  { _id: "demo-muge", parentId: "demo-muge-street", name: "牧歌社区", at: [113.909, 35.315] },
  { _id: "demo-weishui", parentId: "demo-muge-street", name: "卫水社区", at: [113.901, 35.3195] },
  { _id: "demo-taolin", parentId: "anning-peili", name: "桃林社区", at: [103.741, 36.098] },
] as const;

const canteen = { kinds: ["canteen"], services: ["meals"], accessibility: ["ramp", "wheelchair"] } as const;
const station = {
  kinds: ["joint_station"],
  services: ["meals", "day_care", "childcare"] satisfies CareService[],
  accessibility: ["ramp", "lift", "accessible_toilet", "baby_room", "wheelchair"],
} as const;
const lunch = { opens: "10:30", closes: "13:00" };
const dinner = { opens: "16:30", closes: "18:30" };

type Built = NonNullable<Parameters<typeof buildCarePoint>[0]>;
type DemoCarePoint = Omit<Built, "position" | "closedDays"> & {
  readonly regionId: string;
  readonly at: readonly [number, number];
  /** A closed day, counted from the seeding. */
  readonly closed?: { readonly inDays: number; readonly reason: string };
};

export const CHUNFENG_CANTEEN = "demo-chunfeng-canteen";

/** Positions: 春风社区食堂 lies 280 m from the middle of 春风社区, 8 minutes at an elder's pace; the station 390 m, 11. */
const CARE_POINTS: readonly DemoCarePoint[] = [
  {
    ...canteen,
    _id: CHUNFENG_CANTEEN,
    regionId: "demo-chunfeng",
    name: "春风社区食堂",
    at: [113.87705, 35.30495],
    address: "春风街 8 号",
    phone: "0373-0000101",
    openingHours: everyDay(lunch, dinner),
  },
  {
    ...station,
    _id: "demo-maotong-station",
    regionId: "demo-chunfeng",
    name: "耄童康养驿站",
    at: [113.8714, 35.30108],
    address: "春风街 36 号院内",
    phone: "0373-0000102",
    openingHours: everyDay({ opens: "08:00", closes: "18:00" }),
  },
  {
    ...canteen,
    _id: "demo-xiangrong-canteen",
    regionId: "demo-xiangrong",
    name: "向荣社区食堂",
    at: [113.8879, 35.2972],
    address: "向荣路 21 号",
    phone: "0373-0000103",
    openingHours: everyDay({ opens: "06:30", closes: "08:30" }, lunch, dinner),
  },
  {
    ...station,
    kinds: ["day_care_station"],
    services: ["day_care"],
    accepts: ["disabled", "with_companion"],
    _id: "demo-muye-day-care",
    regionId: "demo-muge",
    name: "牧野社区日间照料",
    at: [113.9072, 35.3163],
    address: "牧歌路 5 号",
    phone: "0373-0000104",
    openingHours: everyDay({ opens: "08:00", closes: "17:30" }),
    closed: { inDays: 2, reason: "设备检修" },
  },
  {
    ...canteen,
    accessibility: ["ramp"],
    _id: "demo-muge-canteen",
    regionId: "demo-muge",
    name: "牧歌社区食堂",
    at: [113.9113, 35.3139],
    address: "牧歌路 17 号",
    phone: "0373-0000105",
    openingHours: everyDay(lunch),
  },
  {
    ...canteen,
    _id: "demo-taolin-canteen",
    regionId: "demo-taolin",
    name: "桃林社区食堂",
    at: [103.7431, 36.0996],
    address: "桃林路 12 号",
    phone: "0931-0000101",
    openingHours: everyDay(lunch),
  },
];

const pointAt = ([longitude, latitude]: readonly [number, number]) =>
  ({ type: "Point", coordinates: [longitude, latitude] }) as const;

/** The regions whose places are told one by one here, with those above them: nothing else is invented in them. */
export const TOLD_REGIONS: ReadonlySet<string> = new Set(
  [...TOWNSHIPS, ...COMMUNITIES].flatMap(({ _id, parentId }) => [_id, parentId]),
);

/** Writes the places of the cities that this server runs; one closes on a day soon, so that its sign says so. */
export async function buildDemoPlaces({ clock }: { readonly clock: Clock }): Promise<void> {
  await buildDemoRegions({ except: new Set([...TOWNSHIPS, ...COMMUNITIES].map(({ parentId }) => parentId)) });
  for (const township of TOWNSHIPS) if (await findRegion(township.parentId)) await buildRegion(township);
  for (const { at, ...community } of COMMUNITIES) {
    if (await findRegion(community.parentId)) await buildCommunity({ ...community, position: pointAt(at) });
  }
  for (const { at, closed, ...carePoint } of CARE_POINTS) {
    const closedDays = closed ? [{ date: addDays(today(clock), closed.inDays), reason: closed.reason }] : [];
    if (await findRegion(carePoint.regionId))
      await buildCarePoint({ ...carePoint, closedDays, position: pointAt(at), today: today(clock) });
  }
}
