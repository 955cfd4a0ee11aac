import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { CounterDish, CounterSitting } from "@shared/domains/meals/meal-counter-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { Figures } from "@miniapp/ui/figures";
import { modeWords } from "./copy";
import { PortionsSheet } from "./portions-sheet";
import { usePortions } from "./use-portions";

/** Each dish: how many to cook, for whom it is left, and one tap when the pot is empty. */
export function CounterDishes({ sitting }: { sitting: CounterSitting }) {
  const portions = usePortions(sitting);
  const [changing, setChanging] = useState<CounterDish | null>(null);
  return (
    <>
      <FormError error={changing ? null : portions.error} />
      <View className="counter-dishes">
        {sitting.dishes.map((dish) => (
          <DishCard
            key={dish.dishId}
            dish={dish}
            isBusy={portions.isPending && portions.variables.dishId === dish.dishId}
            onTurn={() => portions.mutate({ kind: dish.isSoldOut ? "restore" : "sold_out", dishId: dish.dishId })}
            onChange={() => setChanging(dish)}
          />
        ))}
      </View>
      {changing && <PortionsSheet dish={changing} portions={portions} onClose={() => setChanging(null)} />}
    </>
  );
}

interface DishCardProps {
  readonly dish: CounterDish;
  readonly isBusy: boolean;
  /** Sold out, or there again. */
  readonly onTurn: () => void;
  readonly onChange: () => void;
}

function DishCard({ dish, isBusy, onTurn, onChange }: DishCardProps) {
  const { dishName, counts, byMode, isSoldOut } = dish;
  return (
    <Card>
      <View className="stack">
        <View className="counter-dish-head">
          <Text className="words-title">{dishName}</Text>
          {isSoldOut && <Chip tone="danger" text="卖完了" />}
        </View>
        <Figures
          figures={[
            { figure: String(counts.booked + counts.served + counts.noShow), word: "份已订" },
            { figure: String(counts.served), word: "份已到" },
            { figure: String(counts.free), word: "份还剩" },
          ]}
        />
        <View>
          {byMode.map(({ mode, booked, served }) => (
            <View key={mode}>
              <Text>{`${modeWords[mode]}：订了 ${booked + served} 份，到了 ${served} 份`}</Text>
            </View>
          ))}
        </View>
        <View className="counter-dish-acts">
          <BigButton
            kind="second"
            text={isSoldOut ? "又有了" : "卖完了"}
            label={`${dishName}${isSoldOut ? "又有了" : "卖完了"}`}
            isBusy={isBusy}
            onPress={onTurn}
          />
          <BigButton kind="line" text="改份数" label={`改${dishName}的份数`} isDisabled={isBusy} onPress={onChange} />
        </View>
      </View>
    </Card>
  );
}
