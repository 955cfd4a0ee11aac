import type { Datum } from "@shared/core/datum";
import type { Import, ImportRow } from "@shared/domains/care-point-imports/care-point-imports.contract";

/** Where the figures of a file's positions come from, as the clerk knows it. */
export const datumWords: Readonly<Record<Datum, { readonly text: string; readonly note: string }>> = {
  wgs84: { text: "卫星定位或测绘", note: "手持定位仪、天地图、国家坐标系" },
  gcj02: { text: "高德或腾讯地图", note: "在微信、高德、腾讯地图上取的点" },
  bd09: { text: "百度地图", note: "在百度地图上取的点" },
};

/** "2000 行，13 行要改，2 行要认定". */
export function importWords({ rows, state, counts }: Import): string {
  if (state === "applying") return `${rows} 行，正在导入，已经 ${counts.applied} 行`;
  if (state === "done") return `${rows} 行，导入了 ${counts.applied} 行`;
  const open = [
    ...(counts.bad > 0 ? [`${counts.bad} 行要改`] : []),
    ...(counts.double > 0 ? [`${counts.double} 行要认定`] : []),
  ];
  return [`${rows} 行`, ...(open.length > 0 ? open : ["都好，还没有导入"])].join("，");
}

/** A file as the clerk calls it: without its ending. */
export const plainName = (fileName: string): string => fileName.replace(/\.[^.]*$/, "");

type Notes = ImportRow["faults"];

/** "「纬度」35,3 不是数字；「电话」没有填". */
export const noteWords = (notes: Notes): string =>
  notes.map(({ column, reason }) => `「${column}」${reason}`).join("；");
