import { Text, View } from "@tarojs/components";
import type { Menu } from "@shared/domains/meals/meals.contract";
import { Icon } from "@miniapp/ui/icon";
import { mealTitle } from "./copy";
import "./booking-card.scss";

type OpenMealProps = { readonly menu: Menu } | { readonly menu?: never; readonly carePointName: string };

const dishNames = (menu: Menu) =>
  menu.dishes
    .slice(0, 2)
    .map(({ name }) => name)
    .join("、");

/** Nothing is booked: which meal comes next, until when it can be ordered, what is cooked. */
export function OpenMeal(props: OpenMealProps) {
  const { menu } = props;
  if (!menu) return <Text>{`${props.carePointName}现在没有可订的餐，请打电话问一问。`}</Text>;
  return (
    <View className="booking-card">
      <View className="eyebrow">
        <Icon name="bowl" />
        <Text>{mealTitle(menu)}</Text>
      </View>
      <View>
        <Text className="words-big">还没有订</Text>
      </View>
      <Text className="words-quiet">
        {`${menu.carePointName}，${menu.closesLabel} 前都能订。${menu.dayLabel}有${dishNames(menu)}。`}
      </Text>
    </View>
  );
}
