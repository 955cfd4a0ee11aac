import { Text, View } from "@tarojs/components";
import type { MealBooking } from "@shared/domains/meals/meals.contract";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { CodeCard } from "@miniapp/ui/code-card";
import { Sentence } from "@miniapp/ui/sentence";
import { bookingParts, stateWords } from "./copy";
import { PickUpQr } from "./pick-up-qr";
import "./booking-card.scss";

/** One booking: its sentence, its code, until when it can be cancelled. */
export function BookingDetail({ booking }: { booking: MealBooking }) {
  const { state, code, closesLabel, abilities, bookedByLabel, cancelledLabel } = booking;
  return (
    <Card>
      <View className="stack">
        <View className="booking-sentence">
          <Sentence parts={bookingParts(booking)} />
        </View>
        {bookedByLabel && <Text className="words-title">{bookedByLabel}</Text>}
        {state === "booked" && code ? (
          <>
            <CodeCard label="取餐码，报给师傅就行" code={code} isCentred />
            <PickUpQr bookingId={booking.id} code={code} />
          </>
        ) : (
          <View>
            <Chip tone={state === "served" ? "pine" : "amber"} text={cancelledLabel ?? stateWords[state]} />
          </View>
        )}
        {state === "booked" && (
          <Text className="words-quiet">
            {abilities.cancel ? `${closesLabel} 前都可以取消，不收钱。` : "已经过了取消时间，来不了请打电话告诉食堂。"}
          </Text>
        )}
      </View>
    </Card>
  );
}
