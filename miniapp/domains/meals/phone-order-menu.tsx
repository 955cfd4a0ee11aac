import { Text } from "@tarojs/components";
import type { Resident } from "@miniapp/domains/accounts/index";
import { useState } from "react";
import { Loaded } from "@miniapp/ui/loaded";
import { Segmented } from "@miniapp/ui/segmented";
import { Empty } from "@miniapp/ui/states";
import { mealWords, orderingSentence } from "./copy";
import { DayStrip } from "./day-strip";
import type { PhoneBooking } from "./phone-order";
import { PhoneOrderForm } from "./phone-order-form";
import type { Sitting } from "./use-menu";
import { useMenuForResident } from "./use-phone-order";

interface PhoneOrderMenuProps {
  readonly carePointId: string;
  readonly resident: Resident;
  readonly onBooked: (booked: PhoneBooking) => void;
}

/** Which day and meal, then what of it; for a start the next meal that is open. */
export function PhoneOrderMenu({ carePointId, resident, onBooked }: PhoneOrderMenuProps) {
  const [sitting, setSitting] = useState<Sitting>({ carePointId, serviceDate: undefined, meal: undefined });
  const query = useMenuForResident(resident.id, sitting);
  return (
    <Loaded query={query}>
      {({ menu, days }) => {
        const shown = days.find(({ serviceDate }) => serviceDate === (sitting.serviceDate ?? menu?.serviceDate));
        const meals = shown?.meals.map(({ meal }) => ({ value: meal, text: mealWords[meal] })) ?? [];
        const openDay = (serviceDate: string) => setSitting({ carePointId, serviceDate, meal: undefined });
        return (
          <>
            <DayStrip days={days} chosen={shown?.serviceDate} onChoose={openDay} />
            {menu && meals.length > 1 && (
              <Segmented
                label="哪一餐"
                options={meals}
                value={menu.meal}
                onChange={(meal) => setSitting({ carePointId, serviceDate: menu.serviceDate, meal })}
              />
            )}
            {menu ? (
              <>
                <Text className="words-quiet">{`${menu.dateLabel} ${mealWords[menu.meal]}，${orderingSentence(menu)}`}</Text>
                <PhoneOrderForm key={menu.id} {...{ resident, menu, onBooked }} />
              </>
            ) : (
              <Empty title="这一天没有排菜单" text="看看别的日子。" />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
