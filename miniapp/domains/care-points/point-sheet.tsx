import { View } from "@tarojs/components";
import type { CarePointMap, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { openMap } from "@miniapp/core/open-map";
import { BigButton } from "@miniapp/ui/big-button";
import { Sheet } from "@miniapp/ui/sheet";
import { PointRow } from "./point-row";

interface PointSheetProps {
  /** What lies where somebody pointed at. */
  readonly points: readonly MapPoint[];
  readonly center: CarePointMap["center"];
  readonly onClose: () => void;
}

/** What is at one spot of the map, with the way there and the way to its page. */
export function PointSheet({ points, center, onClose }: PointSheetProps) {
  return (
    <Sheet title={points.length > 1 ? `这里有 ${points.length} 处` : "这里是"} onClose={onClose}>
      {points.map((point) => (
        <View key={point.id} className="stack">
          <PointRow point={point} center={center} />
          <BigButton
            kind="second"
            icon="pin"
            text={points.length > 1 ? `在地图应用里打开${point.name}` : "在地图应用里打开"}
            onPress={() => openMap({ ...point, address: "" })}
          />
        </View>
      ))}
      <BigButton kind="line" text="关上" onPress={onClose} />
    </Sheet>
  );
}
