import { Text, View } from "@tarojs/components";
import type { CarePointMap, MapCluster, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { pressable } from "@miniapp/ui/pressable";
import { roleOf } from "@miniapp/ui/role-of";
import { wayTo } from "./map-words";
import { OWN_PLACE } from "./own-place-words";
import { directionOf, ringPercent, type SketchDot } from "./sketch-layout";
import "./sketch-drawing.scss";

interface SketchDrawingProps {
  /** Metres, the outermost last. */
  readonly rings: readonly number[];
  readonly dots: readonly SketchDot<MapPoint>[];
  /** Where there are too many to be shown each. */
  readonly crowds: readonly SketchDot<MapCluster>[];
  readonly center: NonNullable<CarePointMap["center"]>;
  /** Where oneself is, in hundredths of its sides; null where nobody asked. */
  readonly own: { readonly left: number; readonly top: number } | null;
  readonly onChoose: (points: readonly MapPoint[]) => void;
}

/** Rings around the community, and a large dot with a number for each place; no other words, so that nothing overlaps. */
export function SketchDrawing({ rings, dots, crowds, center, own, onChoose }: SketchDrawingProps) {
  const outermost = rings.at(-1) ?? 1;
  return (
    <View className="sketch">
      {rings.map((metres) => (
        <View key={metres} className="sketch-ring" style={ringStyle(ringPercent(metres, outermost))} />
      ))}
      <Text className="sketch-north">北</Text>
      {own && (
        <View
          className="sketch-own"
          style={{ left: `${own.left}%`, top: `${own.top}%` }}
          {...roleOf("img")}
          aria-label={OWN_PLACE}
        />
      )}
      <View className="sketch-middle" />
      {crowds.map(({ number, things, left, top }) => (
        <View
          key={number}
          className="sketch-crowd"
          style={{ left: `${left}%`, top: `${top}%` }}
          aria-label={crowdWords(things, center)}
        >
          <Text>{countOf(things)}</Text>
        </View>
      ))}
      {dots.map(({ number, things, left, top }) => (
        <View
          key={number}
          className="sketch-dot"
          style={{ left: `${left}%`, top: `${top}%` }}
          {...pressable({
            label: `${number} 号，${things.map((point) => `${point.name}，${wayTo(point, center)}，${point.openLabel}`).join("；")}`,
            onPress: () => onChoose(things),
          })}
        >
          <Text className="number-dot">{number}</Text>
        </View>
      ))}
    </View>
  );
}

const ringStyle = (percent: number) => ({
  width: `${percent}%`,
  height: `${percent}%`,
  left: `${(100 - percent) / 2}%`,
  top: `${(100 - percent) / 2}%`,
});

const countOf = (things: readonly MapCluster[]): number => things.reduce((sum, { count }) => sum + count, 0);

const crowdWords = (things: readonly MapCluster[], { position }: SketchDrawingProps["center"]): string =>
  `${things[0] ? `${directionOf(things[0].position, position)}边 ` : ""}${countOf(things)} 处`;
