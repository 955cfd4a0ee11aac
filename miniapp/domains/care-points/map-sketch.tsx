import { Text } from "@tarojs/components";
import { useState } from "react";
import type { CarePointMap, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ringWords, sketchWords } from "./map-words";
import { OwnPlaceButton } from "./own-place-button";
import { ownPlaceWords } from "./own-place-words";
import { PointRow } from "./point-row";
import { PointSheet } from "./point-sheet";
import { SketchDrawing } from "./sketch-drawing";
import { laySketch, spotOf, windowAround } from "./sketch-layout";
import { useOwnPlace } from "./use-own-place";

interface MapSketchProps {
  readonly map: CarePointMap;
  /** With the window of the map that is to be shown; undefined: the community's surroundings. */
  readonly onMove: (bounds: string | undefined) => void;
}

/** How many times as far as the circle one looks. */
const STEPS = [1, 2, 4] as const;
/** Beyond the furthest ring, as the server looks. */
const MARGIN = 1.2;

/** Where care points lie, drawn by direction and distance around the community, and each of them below by its number. */
export function MapSketch({ map, onMove }: MapSketchProps) {
  const [step, setStep] = useState(0);
  const [chosen, setChosen] = useState<readonly MapPoint[] | null>(null);
  const own = useOwnPlace();
  const { center, points, clusters } = map;
  const times = STEPS[step] ?? 1;
  const rings = map.rings.map(({ minutes, metres }) => ({ minutes: minutes * times, metres: metres * times }));
  const outermost = rings.at(-1);
  if (!center || !outermost) return <Banner icon="info" tone="amber" text="还不知道社区在哪里，请看列表。" />;
  const look = (next: number) => {
    setStep(next);
    const metres = (outermost.metres / times) * (STEPS[next] ?? 1) * MARGIN;
    onMove(next === 0 ? undefined : windowAround(center.mapPosition, metres));
  };
  const lay = { center: center.position, metres: outermost.metres };
  const dots = laySketch({ ...lay, things: points });
  return (
    <>
      <Banner icon="walk" tone="pine" text={sketchWords(map, outermost.minutes)} />
      <SketchDrawing
        rings={rings.map(({ metres }) => metres)}
        dots={dots}
        crowds={laySketch({ ...lay, things: clusters })}
        center={center}
        own={own.place && spotOf(own.place, lay)}
        onChoose={setChosen}
      />
      <Text className="words-quiet">{ringWords(rings.map(({ minutes }) => minutes))}</Text>
      <OwnPlaceButton own={own} words={own.place && ownPlaceWords(own.place, center.position)} />
      {step < STEPS.length - 1 && <BigButton kind="second" text="看远一点" onPress={() => look(step + 1)} />}
      {step > 0 && <BigButton kind="line" text="看近一点" onPress={() => look(step - 1)} />}
      {dots.length > 0 && (
        <Card isList>
          {dots.flatMap(({ number, things }) =>
            things.map((point) => <PointRow key={point.id} number={number} point={point} center={center} />),
          )}
        </Card>
      )}
      {chosen && <PointSheet points={chosen} center={center} onClose={() => setChosen(null)} />}
    </>
  );
}
