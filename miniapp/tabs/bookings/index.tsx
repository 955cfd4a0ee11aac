import { useState } from "react";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { toSignIn } from "@miniapp/domains/accounts/routes";
import { ActingBar } from "@miniapp/domains/family/index";
import { MealBookingList } from "@miniapp/domains/meals/meal-booking-list";
import type { When } from "@miniapp/domains/meals/use-meal-bookings";
import { Page } from "@miniapp/ui/page";
import { Segmented } from "@miniapp/ui/segmented";
import { Empty } from "@miniapp/ui/states";
import { TabBar } from "@miniapp/ui/tab-bar";

const WHEN = [
  { value: "upcoming", text: "要来的" },
  { value: "past", text: "以前的" },
] as const;

export default function BookingsPage() {
  const isGuest = useSession((session) => session.token === null);
  const [when, setWhen] = useState<When>("upcoming");
  return (
    <Page title="预订" hasBack={false} bottom={<TabBar current="bookings" />}>
      {isGuest ? (
        <Empty
          title="登录后看您订的饭"
          text="订好的、吃过的都在这里。"
          action={{ text: "登录", onPress: () => goTo(toSignIn()) }}
        />
      ) : (
        <>
          <ActingBar />
          <Segmented label="哪些预订" options={WHEN} value={when} onChange={setWhen} />
          <MealBookingList when={when} />
        </>
      )}
    </Page>
  );
}
