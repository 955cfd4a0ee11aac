import type { CarePointMap, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { minutesWords } from "./circle-words";
import { directionOf } from "./sketch-layout";

/** How one gets there: "走 8 分钟，往东北". */
export function wayTo({ walkMinutes, position }: MapPoint, center: CarePointMap["center"]): string {
  const walk = `走\u00A0${walkMinutes}\u00A0分钟`;
  return center ? `${walk}，往${directionOf(position, center.position)}` : walk;
}

/** What the rings mean: "里圈 5 分钟，外圈 15 分钟，上面是北". */
export function ringWords(minutes: readonly number[]): string {
  const [first = 0] = minutes;
  return `里圈\u00A0${first}\u00A0分钟，外圈\u00A0${minutes.at(-1) ?? first}\u00A0分钟，上面是北`;
}

type Found = Pick<CarePointMap, "total" | "clusters">;

/** What a sketch of so many minutes holds: "走十五分钟左右，有 6 处". */
export function sketchWords({ total, clusters }: Found, minutes: number): string {
  const where = `走${minutesWords(minutes)}左右`;
  if (total === 0) return `${where}，没有合适的`;
  return clusters.length > 0 ? `${where}，有 ${total} 处。太多了，数字是有几处` : `${where}，有 ${total} 处`;
}

/** What a window of the map holds. */
export function windowWords({ total, clusters }: Found): string {
  if (total === 0) return "这一片没有合适的，挪一挪地图看看";
  return clusters.length > 0 ? `这一片有 ${total} 处，点一下看近一点` : `这一片有 ${total} 处，点一下看是哪里`;
}
