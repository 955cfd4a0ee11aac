import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { TimeOfDay } from "@shared/core/primitives";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { DishListEntry, PlannedDay } from "@shared/domains/meals/menu-planning.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { FormError } from "@miniapp/ui/form-error";
import { yuan } from "@miniapp/ui/money";
import { Sheet } from "@miniapp/ui/sheet";
import { modeWords } from "./copy";
import { mealOfDay } from "./menu-week-copy";
import { CLOSES, startPlan } from "./plan-defaults";
import { usePlanMenu } from "./use-menu-week";

const MODES = ["eat_in", "pick_up"] as const;
const USUAL_PORTIONS = "20";

interface PlanSittingSheetProps {
  readonly carePointId: string;
  readonly day: PlannedDay;
  readonly meal: Meal;
  readonly days: readonly PlannedDay[];
  readonly dishList: readonly DishListEntry[];
  readonly onClose: () => void;
}

/** The menu of one meal: which dishes, how many of each, when, until when it can be ordered. */
export function PlanSittingSheet(props: PlanSittingSheetProps) {
  const { carePointId, day, meal, days, dishList, onClose } = props;
  const [plan, setPlan] = useState(() => startPlan(days, meal));
  const change = (part: Partial<typeof plan>) => setPlan((current) => ({ ...current, ...part }));
  const planMenu = usePlanMenu();
  const { portions, closes, modes, servesFrom, servesUntil } = plan;
  const dishes = Object.entries(portions).map(([dishId, typed]) => ({ dishId, portions: Number(typed) }));
  const areTimes = [servesFrom, servesUntil].every((time) => TimeOfDay.safeParse(time).success);
  const isReady = areTimes && servesFrom < servesUntil && modes.length > 0 && dishes.some((dish) => dish.portions > 0);
  const toggle = ({ dishId }: DishListEntry) => {
    const { [dishId]: chosen, ...others } = portions;
    change({ portions: chosen === undefined ? { ...portions, [dishId]: USUAL_PORTIONS } : others });
  };
  const submit = () =>
    planMenu.mutate(
      {
        carePointId,
        serviceDate: day.serviceDate,
        meal,
        servesFrom,
        servesUntil,
        closes: { ...closes },
        modes: [...modes],
        dishes,
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet title={mealOfDay(day, meal)} onClose={() => planMenu.isPending || onClose()}>
      {dishList.length === 0 && <Text>菜单上还没有菜，先到“菜”里加几道。</Text>}
      {dishList.map((dish) => (
        <DishChoice
          key={dish.dishId}
          dish={dish}
          typed={portions[dish.dishId]}
          onToggle={() => toggle(dish)}
          onType={(typed) => change({ portions: { ...portions, [dish.dishId]: typed.replace(/\D/g, "") } })}
        />
      ))}
      <View className="plan-times">
        <Field label="几点开饭" maxLength={5} value={servesFrom} onChange={(time) => change({ servesFrom: time })} />
        <Field label="到几点" maxLength={5} value={servesUntil} onChange={(time) => change({ servesUntil: time })} />
      </View>
      {!areTimes && <Text className="field-error">时间写成 11:30 这样</Text>}
      <Text className="field-label">什么时候截止</Text>
      <View className="filters">
        {CLOSES.map(({ words, ...option }) => (
          <FilterChip
            key={words}
            text={words}
            isChosen={option.daysBefore === closes.daysBefore && option.time === closes.time}
            onPress={() => change({ closes: option })}
          />
        ))}
      </View>
      <Text className="field-label">怎么吃</Text>
      <View className="filters">
        {MODES.map((mode) => (
          <FilterChip
            key={mode}
            text={modeWords[mode]}
            isChosen={modes.includes(mode)}
            onPress={() =>
              change({ modes: modes.includes(mode) ? modes.filter((one) => one !== mode) : [...modes, mode] })
            }
          />
        ))}
      </View>
      <FormError error={planMenu.error} />
      <BigButton
        text="排好，现在就能订"
        busyText="正在排"
        isDisabled={!isReady}
        isBusy={planMenu.isPending}
        onPress={submit}
      />
      <BigButton kind="quiet" text="先不排" onPress={onClose} />
    </Sheet>
  );
}

interface DishChoiceProps {
  readonly dish: DishListEntry;
  readonly typed: string | undefined;
  readonly onToggle: () => void;
  readonly onType: (typed: string) => void;
}

function DishChoice({ dish, typed, onToggle, onType }: DishChoiceProps) {
  return (
    <View className="stack">
      <ChoiceRow
        text={dish.name}
        note={`${yuan(dish.priceFen)} 元`}
        role="checkbox"
        isChosen={typed !== undefined}
        onPress={onToggle}
      />
      {typed !== undefined && (
        <Field label={`${dish.name}几份`} kind="number" maxLength={4} value={typed} onChange={onType} />
      )}
    </View>
  );
}
