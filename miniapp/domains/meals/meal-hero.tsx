import { View } from "@tarojs/components";
import type { MealOverview } from "@shared/domains/meals/meals.contract";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Empty } from "@miniapp/ui/states";
import { BookedMeal } from "./booked-meal";
import { mealTitle } from "./copy";
import { OpenMeal } from "./open-meal";
import { RepeatOrderButton } from "./repeat-order-button";
import { toMenu } from "./routes";

/** The first card of home: what is booked, what can be booked next, the last order again. */
export function MealHero({ overview }: { overview: MealOverview }) {
  const { usualCarePoint, nextBooking, nextOpenMenu, repeat } = overview;
  const isGuest = useSession((session) => session.token === null);
  if (!usualCarePoint && !nextBooking) {
    return isGuest ? null : <Empty title="附近还没有能订饭的食堂" text="换一个社区看看，或者打电话问一问。" canAsk />;
  }
  return (
    <Card>
      <View className="stack">
        {nextBooking ? <BookedMeal booking={nextBooking} /> : nextOpenMenu && <OpenMeal menu={nextOpenMenu} />}
        {!nextBooking && !nextOpenMenu && usualCarePoint && <OpenMeal carePointName={usualCarePoint.name} />}
        {nextOpenMenu && (
          <BigButton
            kind={isGuest ? "second" : "primary"}
            text={isGuest ? `看${mealTitle(nextOpenMenu)}` : `订${mealTitle(nextOpenMenu)}`}
            onPress={() => goTo(toMenu(nextOpenMenu))}
          />
        )}
        {repeat && nextOpenMenu && <RepeatOrderButton repeat={repeat} menu={nextOpenMenu} />}
      </View>
    </Card>
  );
}
