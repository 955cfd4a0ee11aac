import { ScrollView, Text, View } from "@tarojs/components";
import type { MenuDay } from "@shared/domains/meals/meals.contract";
import { pressable } from "@miniapp/ui/pressable";
import { roleOf } from "@miniapp/ui/role-of";
import "./day-strip.scss";

interface DayStripProps {
  readonly days: readonly MenuDay[];
  readonly chosen: string | undefined;
  readonly onChoose: (serviceDate: string) => void;
}

const nothingOpen = ({ meals }: MenuDay) => meals.every(({ isOpen }) => !isOpen);

/** The days one can look at, side by side; a day past its cut-off says so. */
export function DayStrip({ days, chosen, onChoose }: DayStripProps) {
  return (
    <ScrollView className="day-strip" scrollX enhanced showScrollbar={false}>
      <View className="day-strip-row" {...roleOf("radiogroup")} aria-label="哪一天">
        {days.map((day) => {
          const isChosen = day.serviceDate === chosen;
          const state = nothingOpen(day) ? "已截止" : "";
          return (
            <View
              key={day.serviceDate}
              className={`day${isChosen ? " is-chosen" : ""}`}
              {...pressable({
                label: `${day.dayLabel}，${day.dateLabel}${state}`,
                role: "radio",
                isChosen,
                onPress: () => onChoose(day.serviceDate),
              })}
            >
              <Text className="day-name">{day.dayLabel}</Text>
              <Text className="day-date">{state || day.dateLabel.split(" ")[0]}</Text>
            </View>
          );
        })}
      </View>
    </ScrollView>
  );
}
