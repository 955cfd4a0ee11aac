import type { MapProps } from "@tarojs/components";
import type { CarePointMap } from "@shared/domains/care-points/care-point-map.contract";

const PINE = "#17624A";
const INK = "#5A5046";
const WHITE = "#FFFFFF";
const ICON = "/domains/care-points/marks/dot.png";
/** So many names at most stand beside each other without covering the map; the others are told after a tap. */
const NAMED = { usual: { count: 8, fontPx: 18 }, large: { count: 4, fontPx: 26 } } as const;

/** Each care point, then each cluster; a marker's number is its place in that order. */
export function markersOf(
  { points, clusters }: Pick<CarePointMap, "points" | "clusters">,
  { isLarge }: { readonly isLarge: boolean },
): MapProps.marker[] {
  const { count: named, fontPx } = isLarge ? NAMED.large : NAMED.usual;
  const places = points.map(({ name, isOpenNow, mapPosition }, id) => ({
    ...markAt(id, mapPosition),
    ariaLabel: name,
    ...(id < named && calloutOf({ content: isOpenNow ? name : `${name}（没开门）`, isOpenNow, fontPx })),
  }));
  const crowds = clusters.map(({ count, mapPosition }, index) => ({
    ...markAt(points.length + index, mapPosition),
    ariaLabel: `${count} 处`,
    ...calloutOf({ content: `${count} 处`, isOpenNow: true, fontPx }),
  }));
  return [...places, ...crowds];
}

const markAt = (id: number, { latitude, longitude }: { readonly latitude: number; readonly longitude: number }) => ({
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
  readonly isOpenNow: boolean;
  readonly fontPx: number;
}

function calloutOf({ content, isOpenNow, fontPx }: Words): { callout: MapProps.callout } {
  const color = isOpenNow ? PINE : INK;
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
