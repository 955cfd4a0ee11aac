import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { addDays } from "@shared/core/dates";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { DishListEntry, PlannedDay } from "@shared/domains/meals/menu-planning.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { CloseDateSheet } from "./close-date-sheet";
import { copiedWords } from "./menu-week-copy";
import { MenuWeekGrid } from "./menu-week-grid";
import { PlannedSittingSheet } from "./planned-sitting-sheet";
import { PlanSittingSheet } from "./plan-sitting-sheet";
import { useCopyMenuWeek } from "./use-menu-week";

interface MenuWeekPlannerProps {
  readonly carePointId: string;
  /** The Monday. */
  readonly weekOf: string;
  readonly today: string;
  readonly days: readonly PlannedDay[];
  readonly dishList: readonly DishListEntry[];
}

type Open = { readonly kind: "meal" | "close"; readonly serviceDate: string; readonly meal: Meal | undefined };

/** The week, and what a tap on it opens: the plan of a meal, what is planned, or calling it off. */
export function MenuWeekPlanner({ carePointId, weekOf, today, days, dishList }: MenuWeekPlannerProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const copy = useCopyMenuWeek();
  const close = () => setOpen(null);
  const day = days.find(({ serviceDate }) => serviceDate === open?.serviceDate);
  const sitting = day?.sittings.find(({ meal }) => meal === open?.meal);
  return (
    <>
      <View className="menu-week-tools">
        <BigButton
          kind="second"
          icon="again"
          text="照抄上周"
          busyText="正在抄"
          isBusy={copy.isPending}
          onPress={() => copy.mutate({ carePointId, weekOf, fromWeekOf: addDays(weekOf, -7) })}
        />
      </View>
      {copy.data && <Text {...roleOf("status")}>{copiedWords(copy.data)}</Text>}
      <FormError error={copy.error} />
      <MenuWeekGrid
        days={days}
        today={today}
        onOpen={({ serviceDate }, meal) => setOpen({ kind: "meal", serviceDate, meal })}
        onCloseDay={({ serviceDate }) => setOpen({ kind: "close", serviceDate, meal: undefined })}
      />
      {open?.kind === "close" && day && (
        <CloseDateSheet carePointId={carePointId} day={day} meal={open.meal} onClose={close} />
      )}
      {open?.kind === "meal" && open.meal && day && sitting && (
        <PlannedSittingSheet
          day={day}
          meal={open.meal}
          sitting={sitting}
          isPast={day.serviceDate < today}
          onStop={() => setOpen({ ...open, kind: "close" })}
          onClose={close}
        />
      )}
      {open?.kind === "meal" && open.meal && day && !sitting && (
        <PlanSittingSheet {...{ carePointId, day, days, dishList }} meal={open.meal} onClose={close} />
      )}
    </>
  );
}
