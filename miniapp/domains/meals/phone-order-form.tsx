import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Menu, ServingMode } from "@shared/domains/meals/meals.contract";
import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import type { Resident } from "@miniapp/domains/accounts/index";
import { serverNow } from "@miniapp/core/server-clock";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { roleOf } from "@miniapp/ui/role-of";
import { Segmented } from "@miniapp/ui/segmented";
import { modeWords } from "./copy";
import { DishRow } from "./dish-row";
import type { PhoneBooking } from "./phone-order";
import { PhoneOrderSheet } from "./phone-order-sheet";

interface PhoneOrderFormProps {
  readonly resident: Resident;
  readonly menu: Menu;
  readonly onBooked: (booked: PhoneBooking) => void;
}

/** Dish and way of eating for whoever rings up, and the one button; the first dish that is left is taken for a start. */
export function PhoneOrderForm({ resident, menu, onBooked }: PhoneOrderFormProps) {
  const [dishId, setDishId] = useState(() => menu.dishes.find(({ freeShown }) => freeShown > 0)?.id);
  const [mode, setMode] = useState<ServingMode>(menu.modes[0] ?? "eat_in");
  const [isConfirming, setIsConfirming] = useState(false);
  const dish = menu.dishes.find(({ id }) => id === dishId);
  const isOpen = menu.isOpen && isOrderingOpen({ closesAt: Date.parse(menu.closesAt), now: serverNow() });
  const isLeft = dish !== undefined && dish.freeShown > 0;
  return (
    <>
      <Card isList>
        <View {...roleOf("radiogroup")} aria-label="菜">
          {menu.dishes.map((item) => (
            <DishRow key={item.id} dish={item} isChosen={item.id === dishId} onChoose={setDishId} />
          ))}
        </View>
      </Card>
      <Segmented
        label="怎么吃"
        options={menu.modes.map((value) => ({ value, text: modeWords[value] }))}
        value={mode}
        onChange={setMode}
      />
      {!isOpen && <Text>这一餐过了预订时间。有多的份数，本人来了可以在“现场来”里给。</Text>}
      <BigButton
        text={isLeft ? `替${resident.preferredName}订这份` : "这道菜订完了"}
        isDisabled={!isOpen || !isLeft}
        onPress={() => setIsConfirming(true)}
      />
      <View>
        {isConfirming && dish && (
          <PhoneOrderSheet
            order={{ resident, menu, dish, mode }}
            onBooked={onBooked}
            onClose={() => setIsConfirming(false)}
          />
        )}
      </View>
    </>
  );
}
