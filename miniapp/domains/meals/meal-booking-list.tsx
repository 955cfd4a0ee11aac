import { useCallback, useState } from "react";
import type { MealBooking } from "@shared/domains/meals/meals.contract";
import { switchTab } from "@miniapp/core/tabs";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { Empty } from "@miniapp/ui/states";
import { BookingCard } from "./booking-card";
import { CancelMeal } from "./cancel-meal";
import { useMealBookings, type When } from "./use-meal-bookings";

/** My bookings, each a sentence with one action. */
export function MealBookingList({ when }: { when: When }) {
  const query = useMealBookings(when);
  const [cancelling, setCancelling] = useState<MealBooking | null>(null);
  const askToCancel = useCallback((booking: MealBooking) => setCancelling(booking), []);
  useRefreshOnShow(query.refetch);
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const bookings = pages.flatMap((page) => page.bookings);
          if (bookings.length === 0) return <Nothing when={when} />;
          return bookings.map((booking) => <BookingCard key={booking.id} booking={booking} onCancel={askToCancel} />);
        }}
      </Loaded>
      <MoreButton query={query} />
      {cancelling && <CancelMeal booking={cancelling} onClose={() => setCancelling(null)} />}
    </>
  );
}

function Nothing({ when }: { when: When }) {
  if (when === "past") return <Empty title="还没有吃过" text="吃过的、取消的都会记在这里。" />;
  return (
    <Empty
      title="还没有订饭"
      text="从首页三步就能订好明天的午饭。"
      action={{ text: "去首页订", onPress: () => switchTab("home") }}
    />
  );
}
