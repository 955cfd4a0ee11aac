import { Text, View } from "@tarojs/components";
import { memo } from "react";
import type { CarePointSummary } from "@shared/domains/care-points/care-point-shapes";
import { goTo } from "@miniapp/core/navigate";
import { Chip } from "@miniapp/ui/chip";
import { IconSquare } from "@miniapp/ui/icon-square";
import { pressable } from "@miniapp/ui/pressable";
import { serviceWords, walkWords } from "./copy";
import { lookOf } from "./look-of";
import { toCarePoint } from "./routes";
import "./care-point-row.scss";

/** One care point of a list: name, way on foot, until when, what it offers. */
export const CarePointRow = memo(function CarePointRow({ carePoint }: { carePoint: CarePointSummary }) {
  const { id, name, services, walkMinutes, openLabel, bookable, accessibility, accepts, grade, freshness } = carePoint;
  const offers = services.map((service) => serviceWords[service]).join("、");
  const { icon, tone } = lookOf(services);
  const summary = [walkWords(walkMinutes), openLabel].filter(Boolean).join(" · ");
  return (
    <View
      className="care-point-row"
      {...pressable({ label: `${name}，${summary}，${offers}`, onPress: () => goTo(toCarePoint({ carePointId: id })) })}
    >
      <IconSquare name={icon} tone={tone} />
      <View className="words">
        <Text className="words-title">{name}</Text>
        <Text className="care-point-row-way">{summary}</Text>
        <Text className="words-quiet">{offers}</Text>
        <View className="chips">
          {bookable.includes("meals") && <Chip text="能订饭" />}
          {accessibility.includes("wheelchair") && <Chip text="轮椅能进" icon="wheelchair" />}
          {accepts.includes("disabled") && <Chip tone="amber" text="收失能老人" />}
          {grade && <Chip tone="persimmon" text={grade.grade} />}
          {freshness === "overdue" && <Chip tone="amber" text="该核对了" />}
        </View>
      </View>
    </View>
  );
});
