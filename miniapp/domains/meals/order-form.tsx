import { View } from "@tarojs/components";
import { useCallback } from "react";
import type { Menu } from "@shared/domains/meals/meals.contract";
import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import { useElderId } from "@miniapp/core/acting-for";
import { serverNow } from "@miniapp/core/server-clock";
import { useDraft } from "@miniapp/core/use-draft";
import { Card } from "@miniapp/ui/card";
import { roleOf } from "@miniapp/ui/role-of";
import { Segmented } from "@miniapp/ui/segmented";
import { ConfirmMeal } from "./confirm-meal";
import { modeWords } from "./copy";
import { DishRow } from "./dish-row";
import { OrderBar } from "./order-bar";
import { orderDraftName, readOrder } from "./order-draft";
import "./order-form.scss";

/** Mode, dish and the one button; the sheet does the rest. */
export function OrderForm({ menu }: { menu: Menu }) {
  const elderId = useElderId();
  const [order, change] = useDraft(orderDraftName({ menuId: menu.id, elderId }), (kept) => readOrder(kept, menu));
  const { dishId, mode, isConfirming } = order;
  const choose = useCallback((id: string) => change({ dishId: id }), [change]);
  const dish = menu.dishes.find(({ id }) => id === dishId);
  const isOpen = isOrderingOpen({ closesAt: Date.parse(menu.closesAt), now: serverNow() });
  return (
    <>
      <Segmented
        label="怎么吃"
        options={menu.modes.map((value) => ({ value, text: modeWords[value] }))}
        value={mode}
        onChange={(value) => change({ mode: value })}
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
        <OrderBar
          dish={dish}
          isOpen={isOpen}
          isGuest={elderId === null}
          onOrder={() => change({ isConfirming: true })}
        />
      )}
      {isConfirming && dish && elderId && (
        <ConfirmMeal
          menu={menu}
          dish={dish}
          mode={mode}
          elderId={elderId}
          onClose={() => change({ isConfirming: false })}
        />
      )}
    </>
  );
}
