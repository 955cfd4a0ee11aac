import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { Menu, ServingMode } from "@shared/domains/meals/meals.contract";
import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import { useElderId } from "@miniapp/core/acting-for";
import { serverNow } from "@miniapp/core/server-clock";
import { Card } from "@miniapp/ui/card";
import { roleOf } from "@miniapp/ui/role-of";
import { Segmented } from "@miniapp/ui/segmented";
import { ConfirmMeal } from "./confirm-meal";
import { modeWords } from "./copy";
import { DishRow } from "./dish-row";
import { OrderBar } from "./order-bar";
import "./order-form.scss";

const firstFree = (menu: Menu) => menu.dishes.find(({ freeShown }) => freeShown > 0) ?? menu.dishes[0];

/** Mode, dish and the one button; the sheet does the rest. */
export function OrderForm({ menu }: { menu: Menu }) {
  const [mode, setMode] = useState<ServingMode>(menu.modes[0] ?? "eat_in");
  const [dishId, setDishId] = useState(firstFree(menu)?.id);
  const [isConfirming, setIsConfirming] = useState(false);
  const elderId = useElderId();
  const choose = useCallback((id: string) => setDishId(id), []);
  const dish = menu.dishes.find(({ id }) => id === dishId);
  const isOpen = isOrderingOpen({ closesAt: Date.parse(menu.closesAt), now: serverNow() });
  return (
    <>
      <Segmented
        label="怎么吃"
        options={menu.modes.map((value) => ({ value, text: modeWords[value] }))}
        value={mode}
        onChange={setMode}
      />
      <Card isList>
        <View {...roleOf("radiogroup")} aria-label="菜">
          {menu.dishes.map((item) => (
            <DishRow key={item.id} dish={item} isChosen={item.id === dishId} onChoose={choose} />
          ))}
        </View>
      </Card>
      <View className="order-bar-space" />
      {dish && (
        <OrderBar dish={dish} isOpen={isOpen} isGuest={elderId === null} onOrder={() => setIsConfirming(true)} />
      )}
      {isConfirming && dish && elderId && (
        <ConfirmMeal menu={menu} dish={dish} mode={mode} elderId={elderId} onClose={() => setIsConfirming(false)} />
      )}
    </>
  );
}
