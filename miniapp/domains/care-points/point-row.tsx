import { Text, View } from "@tarojs/components";
import type { CarePointMap, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { goTo } from "@miniapp/core/navigate";
import { Icon } from "@miniapp/ui/icon";
import { pressable } from "@miniapp/ui/pressable";
import { wayTo } from "./map-words";
import { toCarePoint } from "./routes";
import "./point-row.scss";

interface PointRowProps {
  /** Of its dot on the sketch. */
  readonly number?: number;
  readonly point: MapPoint;
  readonly center: CarePointMap["center"];
}

/** A place of the map: its number, its name, the way, until when; to its page. */
export function PointRow({ number, point, center }: PointRowProps) {
  const { id, name, openLabel, freshness } = point;
  const way = wayTo(point, center);
  const label = [...(number === undefined ? [] : [`${number} 号`]), name, way, openLabel].join("，");
  return (
    <View
      className="point-row"
      {...pressable({ label, role: "link", onPress: () => goTo(toCarePoint({ carePointId: id })) })}
    >
      {number !== undefined && <Text className="number-dot">{number}</Text>}
      <View className="words">
        <Text className="words-title">{name}</Text>
        <Text>{way}</Text>
        <Text className="words-quiet">{openLabel}</Text>
        {freshness === "stale" && <Text className="words-quiet">很久没核对，去之前先打电话</Text>}
      </View>
      <Icon name="next" />
    </View>
  );
}
