import * as z from "zod/mini";

/**
 * From which map the figures of a position were read: `wgs84`, satellites (GPS) and surveys; `gcj02`, the maps of 高德,
 * 腾讯 and WeChat; `bd09`, 百度. In China the latter two shift the ground by up to some hundred metres.
 */
export const Datum = z.enum(["wgs84", "gcj02", "bd09"]);
export type Datum = z.infer<typeof Datum>;

/** Where the figures of a position come from, as people choose it. */
export const datumWords = {
  wgs84: "手机卫星定位",
  gcj02: "高德或腾讯地图",
  bd09: "百度地图",
} as const satisfies Record<Datum, string>;
