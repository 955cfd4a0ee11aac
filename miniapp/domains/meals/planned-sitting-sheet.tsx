import { Text, View } from "@tarojs/components";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { PlannedDay, PlannedSitting } from "@shared/domains/meals/menu-planning.contract";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { yuan } from "@miniapp/ui/money";
import { Sheet } from "@miniapp/ui/sheet";
import { modeWords } from "./copy";
import { mealOfDay } from "./menu-week-copy";

interface PlannedSittingSheetProps {
  readonly day: PlannedDay;
  readonly meal: Meal;
  readonly sitting: PlannedSitting;
  readonly isPast: boolean;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** What is planned for one meal, and the way to call it off. */
export function PlannedSittingSheet({ day, meal, sitting, isPast, onStop, onClose }: PlannedSittingSheetProps) {
  const { servesFrom, servesUntil, closesLabel, modes, closedReason, dishes } = sitting;
  return (
    <Sheet title={mealOfDay(day, meal)} onClose={onClose}>
      {closedReason !== null && <Banner tone="danger" icon="info" text={`停了：${closedReason}`} />}
      <View>
        {dishes.map(({ dishId, name, portions, priceFen }) => (
          <View key={dishId}>
            <Text>{`${name}，${yuan(priceFen)} 元，${portions} 份`}</Text>
          </View>
        ))}
      </View>
      <Text className="words-quiet">
        {`${servesFrom}–\u2060${servesUntil}，${modes.map((mode) => modeWords[mode]).join("或")}，${closesLabel} 截止。`}
      </Text>
      {!isPast && closedReason === null && <BigButton kind="line" text="停这一餐" onPress={onStop} />}
      <BigButton kind="quiet" text="关上" onPress={onClose} />
    </Sheet>
  );
}
