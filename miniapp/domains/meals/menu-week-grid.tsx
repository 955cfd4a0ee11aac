import { Text, View } from "@tarojs/components";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { PlannedDay, PlannedSitting } from "@shared/domains/meals/menu-planning.contract";
import { pressable } from "@miniapp/ui/pressable";
import { mealWords } from "./copy";
import { MEALS, mealOfDay, sittingWords } from "./menu-week-copy";

interface MenuWeekGridProps {
  readonly days: readonly PlannedDay[];
  /** `YYYY-MM-DD`: days before it can only be looked at. */
  readonly today: string;
  readonly onOpen: (day: PlannedDay, meal: Meal) => void;
  readonly onCloseDay: (day: PlannedDay) => void;
}

const isOpen = ({ closedReason }: PlannedSitting) => closedReason === null;

/** Seven days side by side on a desktop, one below the other on a phone; each with its three meals. */
export function MenuWeekGrid({ days, today, onOpen, onCloseDay }: MenuWeekGridProps) {
  return (
    <View className="menu-week">
      {days.map((day) => {
        const isPast = day.serviceDate < today;
        return (
          <View key={day.serviceDate} className={`menu-day${isPast ? " is-past" : ""}`}>
            <View className="menu-day-head">
              <View className="menu-day-name">
                <Text className="row-link-text">{day.dayLabel}</Text>
                <Text className="words-quiet">{day.dateLabel.split(" ")[0]}</Text>
              </View>
              {!isPast && day.sittings.some(isOpen) && (
                <View
                  className="menu-day-close"
                  {...pressable({ label: `${day.dateLabel}停一天`, onPress: () => onCloseDay(day) })}
                >
                  <Text>停一天</Text>
                </View>
              )}
            </View>
            {MEALS.map((meal) => (
              <MealCell key={meal} day={day} meal={meal} isPast={isPast} onOpen={onOpen} />
            ))}
          </View>
        );
      })}
    </View>
  );
}

interface MealCellProps extends Pick<MenuWeekGridProps, "onOpen"> {
  readonly day: PlannedDay;
  readonly meal: Meal;
  readonly isPast: boolean;
}

function MealCell({ day, meal, isPast, onOpen }: MealCellProps) {
  const sitting = day.sittings.find((one) => one.meal === meal);
  const words = sittingWords(sitting);
  const look = sitting ? (isOpen(sitting) ? "is-planned" : "is-closed") : "is-empty";
  return (
    <View
      className={`menu-cell ${look}`}
      {...pressable({
        label: `${mealOfDay(day, meal)}，${words}`,
        isDisabled: isPast && !sitting,
        onPress: () => onOpen(day, meal),
      })}
    >
      <Text className="menu-cell-meal">{mealWords[meal]}</Text>
      {sitting || isPast ? <Text>{words}</Text> : <Text className="menu-cell-plan">排菜</Text>}
    </View>
  );
}
