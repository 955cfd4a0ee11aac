import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { switchTab } from "@miniapp/core/tabs";
import { useReadAloud } from "@miniapp/core/use-read-aloud";
import { canSpeak, speak } from "@miniapp/core/voice";
import { ActingBar } from "@miniapp/domains/family/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { BookingDetail } from "../../booking-detail";
import { CancelMeal } from "../../cancel-meal";
import { mealTitle, spokenBooking } from "../../copy";
import { JustBooked } from "../../just-booked";
import { useMealBooking } from "../../use-meal-booking";

export default function BookingPage() {
  const { bookingId = "", isNew } = useRouter().params;
  const query = useMealBooking(bookingId);
  const [isCancelling, setIsCancelling] = useState(false);
  const booking = query.data;
  const justBooked = isNew === "yes" && booking?.state === "booked";
  useReadAloud(justBooked ? spokenBooking(booking) : undefined);
  return (
    <Page
      title={booking ? mealTitle(booking) : "预订"}
      lead={booking && <Text className="words-quiet words-whole">{booking.dateLabel}</Text>}
      help={booking && { phone: booking.carePointPhone, name: booking.carePointName }}
    >
      <ActingBar />
      <Loaded query={query}>
        {(found) => (
          <>
            {justBooked ? (
              <JustBooked>
                <BookingDetail booking={found} />
              </JustBooked>
            ) : (
              <BookingDetail booking={found} />
            )}
            {canSpeak() && found.code && (
              <BigButton kind="line" icon="speak" text="读给我听" onPress={() => speak(spokenBooking(found))} />
            )}
            {/* In a box of their own: when the first goes, only the box is sent again. */}
            <View className="stack">
              {!justBooked && found.abilities.cancel && (
                <BigButton kind="second" text="取消这一餐" onPress={() => setIsCancelling(true)} />
              )}
              <BigButton kind="quiet" text="回首页" onPress={() => switchTab("home")} />
            </View>
            <View>{isCancelling && <CancelMeal booking={found} onClose={() => setIsCancelling(false)} />}</View>
          </>
        )}
      </Loaded>
    </Page>
  );
}
