import type { Circle, CircleService } from "@shared/domains/care-points/circle.contract";
import { keepTogether } from "@miniapp/ui/sentence";
import { serviceWords } from "./copy";

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** "十五分钟", as people say it; below a hundred. */
export function minutesWords(minutes: number): string {
  const [tens, ones] = [Math.floor(minutes / 10), minutes % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十`;
  return `${ten}${DIGITS[ones] ?? ""}分钟`;
}

/** How far the nearest is: "走 8 分钟，春风社区食堂", "十五分钟走不到，最近的要走 32 分钟". */
export function wayWords({ nearest, isReachable, walker }: CircleService, minutes: number): string {
  if (!nearest) return "附近十公里没有";
  const walk = `${walker === "pram" ? "推车走" : "走"}\u00A0${nearest.walkMinutes}\u00A0分钟`;
  return isReachable ? `${walk}，${nearest.name}` : `${minutesWords(minutes)}走不到，最近的要${walk}`;
}

/** In a word: whether one gets there. */
export function reachWord({ nearest, isReachable }: CircleService): string {
  if (isReachable) return "走得到";
  return nearest ? "太远" : "没有";
}

/** What is quieter: its name where the way does not say it, and when it opens. */
export function placeLines({ nearest, isReachable }: CircleService): string[] {
  if (!nearest) return [];
  return isReachable ? [nearest.openLabel] : [nearest.name, nearest.openLabel];
}

/** How many of the services are near enough, in one sentence. */
export function sumWords({ services, minutes }: Circle): string {
  const near = services.filter(({ isReachable }) => isReachable).length;
  const within = minutesWords(minutes);
  if (services.length === 1) return near === 1 ? `${within}走得到` : `${within}走不到`;
  if (near === services.length) return keepTogether(`${services.length} 项，${within}都走得到`);
  if (near === 0) return keepTogether(`${services.length} 项，${within}都走不到`);
  return `${services.length}\u00A0项里有\u00A0${near}\u00A0项，${within}走得到`;
}

/** Which services no paper of the city names; null when it names them all. */
export function assumedWords({ services }: Circle): string | null {
  const assumed = services.filter(({ isAssumption }) => isAssumption).map(({ service }) => serviceWords[service]);
  return assumed.length === 0 ? null : `${assumed.join("、")}，本市的文件里没有点名，是我们加上的。`;
}
