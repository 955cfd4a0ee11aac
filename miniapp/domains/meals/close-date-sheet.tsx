import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { PlannedDay } from "@shared/domains/meals/menu-planning.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Banner } from "@miniapp/ui/banner";
import { Field } from "@miniapp/ui/field";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { mealWords } from "./copy";
import { CLOSE_REASONS } from "./menu-week-copy";
import { useCounterDay } from "./use-counter-day";
import { useCloseDate } from "./use-menu-week";

const REASON_MAX = 60;

interface CloseDateSheetProps {
  readonly carePointId: string;
  readonly day: PlannedDay;
  /** One meal of the date; without it all of them. */
  readonly meal: Meal | undefined;
  readonly onClose: () => void;
}

/** Before a date is closed: how many it concerns, that they are told, and why. */
export function CloseDateSheet({ carePointId, day, meal, onClose }: CloseDateSheetProps) {
  const [reason, setReason] = useState("");
  const closing = useCloseDate();
  const { serviceDate, dateLabel } = day;
  const counted = useCounterDay({ carePointId, serviceDate });
  const sittings = counted.data?.filter((one) => meal === undefined || one.meal === meal);
  const booked = sittings?.reduce((sum, { counts }) => sum + counts.booked, 0);
  const what = meal === undefined ? dateLabel : `${dateLabel} ${mealWords[meal]}`;
  const submit = () =>
    closing.mutate({ carePointId, serviceDate, reason: reason.trim(), ...(meal === undefined ? {} : { meal }) });
  if (closing.data) {
    return (
      <Sheet title={`${what}停了`} onClose={onClose}>
        <Banner
          icon="check"
          text={`取消了 ${closing.data.cancelled} 份预订，都会收到通知；通知不到的，在“要打的电话”里。`}
        />
        <BigButton text="好了" onPress={onClose} />
      </Sheet>
    );
  }
  return (
    <Sheet title={`${what}不做饭？`} onClose={() => closing.isPending || onClose()}>
      <Text>
        {booked === undefined
          ? "正在数有多少人订了。订了的都会取消，并且一个一个通知到。"
          : `已经有 ${booked} 人订了。停了以后都会取消，并且一个一个通知到，告诉附近还能订的食堂。`}
      </Text>
      <View className="filters">
        {CLOSE_REASONS.map((words) => (
          <FilterChip key={words} text={words} isChosen={reason === words} onPress={() => setReason(words)} />
        ))}
      </View>
      <Field label="为什么停" hint="订了的人会看到" maxLength={REASON_MAX} value={reason} onChange={setReason} />
      <FormError error={closing.error} />
      <BigButton
        kind="danger"
        text="停，通知大家"
        busyText="正在停"
        isDisabled={reason.trim() === ""}
        isBusy={closing.isPending}
        onPress={submit}
      />
      <BigButton kind="quiet" text="不停，照常做" isDisabled={closing.isPending} onPress={onClose} />
    </Sheet>
  );
}
