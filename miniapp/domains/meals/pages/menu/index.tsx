import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { ActingBar } from "@miniapp/domains/family/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Segmented } from "@miniapp/ui/segmented";
import { Empty } from "@miniapp/ui/states";
import { mealTitle, mealWords, orderingSentence } from "../../copy";
import { DayStrip } from "../../day-strip";
import { OrderForm } from "../../order-form";
import { useMenu, type Sitting } from "../../use-menu";

export default function MenuPage() {
  const { carePointId = "", serviceDate, meal } = useRouter().params;
  const [sitting, setSitting] = useState<Sitting>({ carePointId, serviceDate, meal: meal as Meal | undefined });
  const query = useMenu(sitting);
  const menu = query.data?.menu;
  const shown = query.data?.days.find((day) => day.serviceDate === (sitting.serviceDate ?? menu?.serviceDate));
  const meals = shown?.meals.map((cooked) => ({ value: cooked.meal, text: mealWords[cooked.meal] })) ?? [];
  const openDay = (date: string) => setSitting({ carePointId, serviceDate: date, meal: undefined });
  return (
    <Page
      title={menu ? mealTitle(menu) : "菜单"}
      lead={
        menu && (
          <>
            <Text className="words-title">{menu.carePointName}</Text>
            <Text className="words-quiet words-whole">{`${menu.dateLabel} ${menu.servesFrom}–\u2060${menu.servesUntil}`}</Text>
            <Text className="words-quiet">{orderingSentence(menu)}</Text>
          </>
        )
      }
      help={menu ? { phone: menu.carePointPhone, name: menu.carePointName } : undefined}
    >
      <ActingBar />
      <Loaded query={query} phone={menu?.carePointPhone}>
        {(found) => (
          <>
            <DayStrip days={found.days} chosen={shown?.serviceDate} onChoose={openDay} />
            {meals.length > 1 && menu && (
              <Segmented
                label="哪一餐"
                options={meals}
                value={menu.meal}
                onChange={(value) => setSitting({ carePointId, serviceDate: menu.serviceDate, meal: value })}
              />
            )}
            {found.menu ? (
              <OrderForm key={found.menu.id} menu={found.menu} />
            ) : (
              <Empty title="这一天没有菜单" text="看看别的日子，或者打电话问食堂。" />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
