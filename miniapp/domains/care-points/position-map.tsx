import { Map } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import type { CarePointMap, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { useSettings } from "@miniapp/core/settings";
import { Banner } from "@miniapp/ui/banner";
import { markersOf } from "./map-markers";
import { windowWords } from "./map-words";
import { OwnPlaceButton } from "./own-place-button";
import { OWN_PLACE } from "./own-place-words";
import { PointSheet } from "./point-sheet";
import { useOwnPlace } from "./use-own-place";
import "./position-map.scss";

interface PositionMapProps {
  readonly map: CarePointMap;
  /** With the window that the map shows now. */
  readonly onMove: (bounds: string) => void;
}

const ID = "care-point-map";
/** A quarter of an hour on foot fills the screen. */
const SCALE = 15;
const CLOSER = 2;
const CLOSEST_SCALE = 18;
/** Wider than some sixty kilometres the server tells nothing. */
const FURTHEST_SCALE = 11;
/** About ten metres: a trembling thumb asks nothing anew. */
const DIGITS = 4;

/** WeChat's own map with care points on it; a tap shows one below, a tap on many looks closer. */
export function PositionMap({ map, onMove }: PositionMapProps) {
  const [chosen, setChosen] = useState<MapPoint | null>(null);
  const [closer, setCloser] = useState<{ latitude: number; longitude: number; scale: number } | null>(null);
  const own = useOwnPlace((place) => setCloser({ ...place, scale: closer?.scale ?? SCALE }));
  const isLarge = useSettings(({ textSize }) => textSize === "large" || textSize === "largest");
  const { center, points, clusters, rings } = map;
  if (!center) return <Banner icon="info" tone="amber" text="还不知道社区在哪里，请看列表。" />;
  const choose = (marker: number) => {
    const cluster = clusters[marker - points.length];
    if (cluster)
      setCloser({ ...cluster.mapPosition, scale: Math.min(CLOSEST_SCALE, (closer?.scale ?? SCALE) + CLOSER) });
    else setChosen(points[marker] ?? null);
  };
  return (
    <>
      <Map
        id={ID}
        className="position-map"
        latitude={closer?.latitude ?? center.mapPosition.latitude}
        longitude={closer?.longitude ?? center.mapPosition.longitude}
        scale={closer?.scale ?? SCALE}
        minScale={FURTHEST_SCALE}
        markers={markersOf(map, { isLarge, own: own.place })}
        circles={rings.map(({ metres }) => ({
          ...center.mapPosition,
          radius: metres,
          color: "#5A504699",
          strokeWidth: 2,
        }))}
        onMarkerTap={({ detail }) => choose(Number(detail.markerId))}
        onCalloutTap={({ detail }) => choose(Number(detail.markerId))}
        onRegionChange={({ type, detail }) => {
          if ([type, detail.type].includes("end")) readWindow(onMove);
        }}
        onError={() => undefined}
      />
      <Banner icon="walk" tone="pine" text={windowWords(map)} />
      <OwnPlaceButton own={own} words={own.place && `地图上写着「${OWN_PLACE}」的就是`} />
      {chosen && <PointSheet points={[chosen]} center={center} onClose={() => setChosen(null)} />}
    </>
  );
}

function readWindow(onRead: (bounds: string) => void): void {
  void Taro.createMapContext(ID).getRegion({
    success: ({ southwest, northeast }) =>
      onRead(
        [southwest.longitude, southwest.latitude, northeast.longitude, northeast.latitude]
          .map((one) => one.toFixed(DIGITS))
          .join(","),
      ),
    fail: () => undefined,
  });
}
