import { Text, View } from "@tarojs/components";
import type { MealBooking } from "@shared/domains/meals/meals.contract";
import { goTo } from "@miniapp/core/navigate";
import { CodeCard } from "@miniapp/ui/code-card";
import { Icon } from "@miniapp/ui/icon";
import { yuan } from "@miniapp/ui/money";
import { pressable } from "@miniapp/ui/pressable";
import { keepTogether } from "@miniapp/ui/sentence";
import { SpeakButton } from "@miniapp/ui/speak-button";
import { mealTitle, modeWords, spokenBooking } from "./copy";
import { toBooking } from "./routes";
import "./booking-card.scss";

/** The meal she holds next: when, where, what, and the code to tell. */
export function BookedMeal({ booking }: { booking: MealBooking }) {
  const { id, servesFrom, carePointName, dishName, mode, priceFen, code, bookedByLabel } = booking;
  return (
    <View className="stack">
      <View
        className="booking-card"
        {...pressable({
          label: `${mealTitle(booking)}已订好，看详情`,
          onPress: () => goTo(toBooking({ bookingId: id })),
        })}
      >
        <View className="eyebrow">
          <Icon name="bowl" />
          <Text>{`${mealTitle(booking)}已订好`}</Text>
        </View>
        <View>
          <Text className="words-big">{`${servesFrom} 起`}</Text>
        </View>
        <View>
          <Text className="words-title">{carePointName}</Text>
        </View>
        <Text className="words-quiet">
          {keepTogether(`${dishName} 1 份，${modeWords[mode]}，付 ${yuan(priceFen)} 元。`)}
        </Text>
        {bookedByLabel && (
          <View>
            <Text className="words-quiet">{bookedByLabel}</Text>
          </View>
        )}
      </View>
      {code && (
        <CodeCard label="取餐码" code={code}>
          <SpeakButton sentence={spokenBooking(booking)} />
        </CodeCard>
      )}
    </View>
  );
}
