/** Largest file, bytes, and most rows beneath the head: more is another city's whole network (reliability, 5.10). */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 50_000;

interface Column {
  /** As the head of the table says it. */
  readonly word: string;
  readonly isRequired: boolean;
  /** In the template; empty where nothing need stand there. */
  readonly example: string;
}

/** The columns of an import, in the template's order; in a file they may stand in any. */
export const importColumns = {
  ownId: { word: "编号", isRequired: false, example: "" },
  name: { word: "名称", isRequired: true, example: "示例老年食堂" },
  kinds: { word: "类别", isRequired: true, example: "老年食堂、日间照料站" },
  services: { word: "服务", isRequired: true, example: "助餐、日间照料" },
  region: { word: "所在地区", isRequired: true, example: "示例街道 示例社区" },
  address: { word: "地址", isRequired: true, example: "示例路 8 号" },
  phone: { word: "电话", isRequired: true, example: "0300-5550101" },
  latitude: { word: "纬度", isRequired: true, example: "36.12345" },
  longitude: { word: "经度", isRequired: true, example: "114.12345" },
  hours: { word: "营业时间", isRequired: false, example: "周一至周五 10:30-13:00，16:30-18:00；周六 10:30-12:30" },
  operator: { word: "运营单位", isRequired: false, example: "" },
  creditCode: { word: "统一社会信用代码", isRequired: false, example: "" },
} as const satisfies Record<string, Column>;

export type ImportColumn = keyof typeof importColumns;
export const importColumnKeys = Object.keys(importColumns) as readonly ImportColumn[];
