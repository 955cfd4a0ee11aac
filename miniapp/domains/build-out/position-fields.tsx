import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { Datum, datumWords } from "@shared/core/datum";
import { findPosition } from "@miniapp/core/find-position";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { roleOf } from "@miniapp/ui/role-of";
import { isSwapped, type SurveyDraft } from "./survey-draft";

type Position = Pick<SurveyDraft, "latitude" | "longitude" | "datum">;

interface PositionFieldsProps {
  readonly position: Position;
  readonly onChange: (position: Partial<Position>) => void;
}

const LONGEST = 12;
const inDegrees = (degrees: number): string => String(Number(degrees.toFixed(6)));

/** Where it lies: where one stands, or typed from a map, and then from which. */
export function PositionFields({ position, onChange }: PositionFieldsProps) {
  const [search, setSearch] = useState<"idle" | "under-way" | "failed">("idle");
  const find = async () => {
    setSearch("under-way");
    const found = await findPosition();
    setSearch(found ? "idle" : "failed");
    if (found)
      onChange({ latitude: inDegrees(found.latitude), longitude: inDegrees(found.longitude), datum: found.datum });
  };
  const { latitude, longitude, datum } = position;
  return (
    <View className="stack">
      <Text className="words-title">位置</Text>
      <BigButton
        kind="second"
        icon="pin"
        text={process.env.TARO_ENV === "h5" ? "我就在这里，用手机定位" : "在地图上指一下"}
        busyText="正在定位"
        isBusy={search === "under-way"}
        onPress={() => void find()}
      />
      {search === "failed" && (
        <Text {...roleOf("status")}>没有定到位。可能是没有允许，也可能信号不好；可以照地图填下面两个数。</Text>
      )}
      <View className="build-pair">
        <Field
          label="纬度（北纬）"
          hint="比如 35.303"
          maxLength={LONGEST}
          value={latitude}
          onChange={(typed) => onChange({ latitude: typed })}
        />
        <Field
          label="经度（东经）"
          hint="比如 113.883"
          maxLength={LONGEST}
          value={longitude}
          onChange={(typed) => onChange({ longitude: typed })}
        />
      </View>
      {isSwapped(position) && (
        <BigButton
          kind="second"
          icon="again"
          text="是不是填反了？对调过来"
          onPress={() => onChange({ latitude: longitude, longitude: latitude })}
        />
      )}
      <Text className="field-label">这两个数从哪张图来</Text>
      <View className="stack" {...roleOf("radiogroup")} aria-label="这两个数从哪张图来">
        {Datum.options.map((value) => (
          <ChoiceRow
            key={value}
            text={datumWords[value]}
            isChosen={datum === value}
            onPress={() => onChange({ datum: value })}
          />
        ))}
      </View>
    </View>
  );
}
