import { View } from "@tarojs/components";
import { addDays } from "@shared/core/dates";
import type { CounterSitting } from "@shared/domains/meals/meal-counter-shapes";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { goTo } from "@miniapp/core/navigate";
import { canPrint } from "@miniapp/core/print";
import { BigButton } from "@miniapp/ui/big-button";
import { Segmented } from "@miniapp/ui/segmented";
import { Empty } from "@miniapp/ui/states";
import { mealWords } from "./copy";
import { toMenuWeek, toRosterPrint, type Workplace } from "./routes";

interface CounterChoicesProps {
  readonly place: Workplace;
  readonly day: {
    readonly today: string;
    readonly serviceDate: string;
    readonly onChange: (serviceDate: string) => void;
  };
  readonly meal: {
    readonly sittings: readonly CounterSitting[];
    readonly sitting: CounterSitting | undefined;
    readonly onChange: (meal: Meal) => void;
  };
}

/** Which day and meal, and the list on paper. */
export function CounterChoices({ place, day, meal }: CounterChoicesProps) {
  const days = ["今天", "明天", "后天"].map((text, ahead) => ({ value: addDays(day.today, ahead), text }));
  const meals = meal.sittings.map((one) => ({ value: one.meal, text: mealWords[one.meal] }));
  return (
    <>
      <View className="counter-choices">
        <Segmented label="哪一天" options={days} value={day.serviceDate} onChange={day.onChange} />
        {meals.length > 1 && meal.sitting && (
          <Segmented label="哪一餐" options={meals} value={meal.sitting.meal} onChange={meal.onChange} />
        )}
        {canPrint() && meals.length > 0 && (
          <View className="counter-print">
            <BigButton
              kind="line"
              icon="print"
              text="打印名单"
              onPress={() => goTo(toRosterPrint(place, day.serviceDate))}
            />
          </View>
        )}
      </View>
      {meals.length === 0 && (
        <Empty
          title="这一天没有排菜单"
          text="排好菜单，居民就能订了。"
          {...(place.isManager ? { action: { text: "去排菜单", onPress: () => goTo(toMenuWeek(place)) } } : {})}
        />
      )}
    </>
  );
}
