import type { MapProps } from "@tarojs/components";
import type { CarePointMap } from "@shared/domains/care-points/care-point-map.contract";
import { OWN_PLACE } from "./own-place-words";

const PINE = "#17624A";
const INK = "#5A5046";
const INDIGO = "#24508A";
const WHITE = "#FFFFFF";
const ICON = "/domains/care-points/marks/dot.png";
const OWN_ICON = "/domains/care-points/marks/me.png";
/** So many names at most stand beside each other without covering the map; the others are told after a tap. */
const NAMED = { usual: { count: 8, fontPx: 18 }, large: { count: 4, fontPx: 26 } } as const;

interface Drawing {
  readonly isLarge: boolean;
  /** Where one is, as maps in China draw it; null where nobody asked. */
  readonly own: Place | null;
}

/** Each care point, then each cluster, then oneself; a marker's number is its place in that order. */
export function markersOf(
  { points, clusters }: Pick<CarePointMap, "points" | "clusters">,
  { isLarge, own }: Drawing,
): MapProps.marker[] {
  const { count: named, fontPx } = isLarge ? NAMED.large : NAMED.usual;
  const places = points.map(({ name, isOpenNow, mapPosition }, id) => ({
    ...markAt(id, mapPosition),
    ariaLabel: name,
    ...(id < named &&
      calloutOf({ content: isOpenNow ? name : `${name}（没开门）`, color: isOpenNow ? PINE : INK, fontPx })),
  }));
  const crowds = clusters.map(({ count, mapPosition }, index) => ({
    ...markAt(points.length + index, mapPosition),
    ariaLabel: `${count} 处`,
    ...calloutOf({ content: `${count} 处`, color: PINE, fontPx }),
  }));
  const me = own && {
    ...markAt(points.length + clusters.length, own),
    iconPath: OWN_ICON,
    ariaLabel: OWN_PLACE,
    ...calloutOf({ content: OWN_PLACE, color: INDIGO, fontPx }),
  };
  return [...places, ...crowds, ...(me ? [me] : [])];
}

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const markAt = (id: number, { latitude, longitude }: Place) => ({
  id,
  latitude,
  longitude,
  iconPath: ICON,
  width: 32,
  height: 32,
  anchor: { x: 0.5, y: 0.5 },
});

interface Words {
  readonly content: string;
  readonly color: string;
  readonly fontPx: number;
}

function calloutOf({ content, color, fontPx }: Words): { callout: MapProps.callout } {
  const shape = { borderRadius: 10, borderWidth: 0, borderColor: color, padding: 8, anchorX: 0, anchorY: 0 };
  return {
    callout: {
      content,
      color: WHITE,
      bgColor: color,
      fontSize: fontPx,
      textAlign: "center",
      display: "ALWAYS",
      ...shape,
    },
  };
}
