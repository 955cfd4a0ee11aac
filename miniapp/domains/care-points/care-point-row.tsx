import { Text, View } from "@tarojs/components";
import { memo } from "react";
import type { CarePointSummary } from "@shared/domains/care-points/care-points.contract";
import { goTo } from "@miniapp/core/navigate";
import { Chip } from "@miniapp/ui/chip";
import { Icon } from "@miniapp/ui/icon";
import { pressable } from "@miniapp/ui/pressable";
import { serviceWords, walkWords } from "./copy";
import { toCarePoint } from "./routes";
import "./care-point-row.scss";

/** One care point of a list: name, way on foot, until when, what it offers. */
export const CarePointRow = memo(function CarePointRow({ carePoint }: { carePoint: CarePointSummary }) {
  const { id, name, services, walkMinutes, openLabel, accessibility, acceptsDisabled, isDemo } = carePoint;
  const offers = services.map((service) => serviceWords[service]).join("、");
  const summary = [walkWords(walkMinutes), openLabel].filter(Boolean).join(" · ");
  return (
    <View
      className="care-point-row"
      {...pressable({ label: `${name}，${summary}，${offers}`, onPress: () => goTo(toCarePoint({ carePointId: id })) })}
    >
      <View className="care-point-row-icon">
        <Icon name={services.includes("meals") ? "bowl" : services.includes("childcare") ? "child" : "home"} />
      </View>
      <View className="care-point-row-words">
        <Text className="words-title">{name}</Text>
        <Text className="care-point-row-way">{summary}</Text>
        <Text className="words-quiet">{offers}</Text>
        <View className="chips">
          {services.includes("meals") && <Chip text="能订饭" />}
          {accessibility.includes("wheelchair") && <Chip text="轮椅能进" icon="wheelchair" />}
          {acceptsDisabled && <Chip tone="amber" text="收失能老人" />}
          {isDemo && <Chip tone="amber" text="演示数据" />}
        </View>
      </View>
    </View>
  );
});
