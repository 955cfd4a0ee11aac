import { Text, View } from "@tarojs/components";
import { memo } from "react";
import type { MealBooking } from "@shared/domains/meals/meals.contract";
import { goTo } from "@miniapp/core/navigate";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { Icon } from "@miniapp/ui/icon";
import { yuan } from "@miniapp/ui/money";
import { pressable } from "@miniapp/ui/pressable";
import { keepTogether } from "@miniapp/ui/sentence";
import { modeWords, stateWords } from "./copy";
import { toBooking } from "./routes";
import "./booking-card.scss";

interface BookingCardProps {
  readonly booking: MealBooking;
  readonly onCancel: (booking: MealBooking) => void;
}

/** One booking as a sentence with one action. */
export const BookingCard = memo(function BookingCard({ booking, onCancel }: BookingCardProps) {
  const {
    id,
    dayLabel,
    dateLabel,
    servesFrom,
    carePointName,
    dishName,
    mode,
    priceFen,
    code,
    state,
    abilities,
    bookedByLabel,
    cancelledLabel,
  } = booking;
  const sentence = `${servesFrom} ${carePointName}，${dishName}，${modeWords[mode]}，付 ${yuan(priceFen)} 元`;
  return (
    <Card>
      <View
        className="booking-card"
        {...pressable({
          label: `${dayLabel} ${dateLabel}，${sentence}${bookedByLabel === null ? "" : `，${bookedByLabel}`}`,
          onPress: () => goTo(toBooking({ bookingId: id })),
        })}
      >
        <View className="eyebrow">
          <Icon name="bowl" />
          <Text>{`${dayLabel} · ${dateLabel}`}</Text>
        </View>
        <Text className="words-title">{keepTogether(sentence)}</Text>
        {bookedByLabel && <Text className="words-quiet">{bookedByLabel}</Text>}
      </View>
      <View className="booking-card-foot">
        {state === "booked" && code ? (
          <Chip text={`取餐码 ${code.slice(0, 3)} ${code.slice(3)}`} />
        ) : (
          <Chip tone={state === "served" ? "pine" : "amber"} text={cancelledLabel ?? stateWords[state]} />
        )}
        {abilities.cancel && (
          <View
            className="booking-card-cancel"
            {...pressable({ label: `取消${dayLabel}的${dishName}`, onPress: () => onCancel(booking) })}
          >
            <Text>取消</Text>
          </View>
        )}
      </View>
    </Card>
  );
});
