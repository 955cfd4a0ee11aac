import { directionOf, metresFrom } from "./sketch-layout";

/** What stands where one is oneself. */
export const OWN_PLACE = "我在这附近";

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** "蓝圈里是您的位置，在社区的东北边，大约 300 米": rounded, for nobody asked for more. */
export function ownPlaceWords(own: Position, community: Position): string {
  const metres = metresFrom(own, community);
  if (metres < 100) return "蓝圈里是您的位置，就在社区这里";
  const far = metres < 1_000 ? `${Math.round(metres / 100) * 100}\u00A0米` : `${Math.round(metres / 1_000)}\u00A0公里`;
  return `蓝圈里是您的位置，在社区的${directionOf(own, community)}边，大约\u00A0${far}`;
}
