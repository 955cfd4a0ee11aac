import { View } from "@tarojs/components";
import { useState } from "react";
import { mealPointStateWords, type MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { canBeWide } from "@miniapp/core/can-be-wide";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { roleOf } from "@miniapp/ui/role-of";
import { Sheet } from "@miniapp/ui/sheet";

interface Count {
  readonly state: MealPointState;
  readonly count: number;
}

interface StateFilterProps {
  readonly counts: readonly Count[];
  /** Undefined for all of them. */
  readonly state: MealPointState | undefined;
  readonly onChange: (state: MealPointState | undefined) => void;
}

/** Which points are shown: chips on a desktop, one button that opens the choice on a phone. */
export function StateFilter({ counts, state, onChange }: StateFilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const all = { value: undefined, text: `全部 ${counts.reduce((sum, { count }) => sum + count, 0)}` };
  const choices = [
    all,
    ...counts
      .filter((one) => one.count > 0 || one.state === state)
      .map((one) => ({ value: one.state, text: `${mealPointStateWords[one.state]} ${one.count}` })),
  ];
  const chosen = choices.find(({ value }) => value === state) ?? all;
  const choose = (value: MealPointState | undefined) => {
    setIsOpen(false);
    onChange(value);
  };
  return (
    <>
      {canBeWide && (
        <View className="filters build-states">
          {choices.map(({ value, text }) => (
            <FilterChip key={text} text={text} isChosen={value === state} onPress={() => choose(value)} />
          ))}
        </View>
      )}
      <View className="filters build-state-choice">
        <FilterChip text={`看哪些：${chosen.text}`} onPress={() => setIsOpen(true)} />
      </View>
      {isOpen && (
        <Sheet title="看哪些点位" onClose={() => setIsOpen(false)}>
          <View className="stack" {...roleOf("radiogroup")} aria-label="看哪些点位">
            {choices.map(({ value, text }) => (
              <ChoiceRow key={text} text={text} isChosen={value === state} onPress={() => choose(value)} />
            ))}
          </View>
        </Sheet>
      )}
    </>
  );
}
