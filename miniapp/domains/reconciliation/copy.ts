import type {
  CountyRow,
  PlatformTrouble,
  Reconciliation,
  Side,
  UnmatchedFacility,
  UnmatchedPage,
} from "@shared/domains/reconciliation/reconciliation.contract";
import { dayWords } from "@miniapp/core/day-words";

type Figures = NonNullable<Reconciliation["figures"]>;

const troubleWords: Readonly<Record<PlatformTrouble, string>> = {
  unreachable: "省平台没有连上",
  token_refused: "省平台不认我们的口令，请管理员换一个",
  unreadable: "省平台回来的内容看不懂，没有采用",
  changing: "取的时候省平台的数一直在变，没有采用",
};

/** What to say while there are no figures at all: nobody connected the platform, or nothing came yet. */
export function nothingWords({ isConnected, lastTry }: Reconciliation): { title: string; text: string } {
  if (!isConnected)
    return {
      title: "还没有接省平台",
      text: "接上以后，每天夜里取一次省养老服务设施供需平台的数，和这里登记的一个县一个县地比。要接上，请管理员把平台的地址和口令写进设置。",
    };
  if (lastTry?.trouble)
    return {
      title: "还没有取到数",
      text: `${dayWords(lastTry.on)}去取过：${troubleWords[lastTry.trouble]}。今天夜里再取。`,
    };
  return { title: "还没有取过数", text: "每天夜里取一次，明天早上再来看。" };
}

/** "11月22日没取到：省平台没有连上。下面是11月21日取的。"; null after a good night. */
export function troubleLine({ lastTry }: Reconciliation, { readOn }: Figures): string | null {
  if (!lastTry?.trouble) return null;
  return `${dayWords(lastTry.on)}没取到：${troubleWords[lastTry.trouble]}。下面还是${dayWords(readOn)}取的数。`;
}

/** Of which day the figures are; and that some of theirs lie in no county of ours. */
export const asOfWords = ({ asOf, readOn, unplaced }: Figures): string =>
  `省平台报的是${dayWords(asOf)}的数，${dayWords(readOn)}取来，和这里现在登记的比。` +
  (unplaced === 0 ? "" : `省平台有 ${unplaced} 处写的县（市、区）这里没有，只算在总数里。`);

/** "12 处，430 张床". */
export const sumWords = ({ facilities, beds }: CountyRow["ours"]): string => `${facilities} 处，${beds} 张床`;

/** "我们少 3 处，多 10 张床", "一样多". */
export function differenceWords({ facilities, beds }: CountyRow["difference"]): string {
  const parts = [moreOrLess(facilities, "处"), moreOrLess(beds, "张床")].filter((part) => part !== "");
  return parts.length === 0 ? "一样多" : `我们${parts.join("，")}`;
}

const moreOrLess = (difference: number, unit: string): string =>
  difference === 0 ? "" : `${difference > 0 ? "多" : "少"} ${Math.abs(difference)} ${unit}`;

/** "对不上 5 处", "都对得上". */
export const unmatchedWords = ({ onlyTheirs, onlyOurs }: Pick<CountyRow, "onlyTheirs" | "onlyOurs">): string =>
  onlyTheirs + onlyOurs === 0 ? "都对得上" : `对不上 ${onlyTheirs + onlyOurs} 处`;

export const sideWords: Readonly<Record<Side, { title: string; hint: string; none: string }>> = {
  theirs: {
    title: "只有省平台有的",
    hint: "看看这里是不是漏了登记，或者名称、信用代码写得不一样。",
    none: "省平台有的，这里都有。",
  },
  ours: {
    title: "只有我们有的",
    hint: "看看是不是要报给省平台，或者名称、信用代码写得不一样。",
    none: "这里有的，省平台都有。",
  },
};

/** "只有我们有的 · 3 处". */
export const sideTitle = (side: Side, { total }: Pick<UnmatchedPage, "total">): string =>
  total === 0 ? sideWords[side].title : `${sideWords[side].title} · ${total} 处`;

/** "红旗区，40 张床，信用代码 9141…". */
export const facilityWords = ({ countyName, beds, creditCode }: UnmatchedFacility): string =>
  [countyName, `${beds} 张床`, creditCode === null ? "没写信用代码" : `信用代码 ${creditCode}`]
    .filter(Boolean)
    .join("，");

/** The three numbers above all. */
export const figuresOf = ({ total }: Figures) => [
  { figure: String(total.theirs.facilities), word: "省平台" },
  { figure: String(total.ours.facilities), word: "我们" },
  { figure: String(total.onlyTheirs + total.onlyOurs), word: "对不上" },
];
