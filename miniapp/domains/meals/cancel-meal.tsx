import { Text } from "@tarojs/components";
import type { MealBooking } from "@shared/domains/meals/meals.contract";
import { useActingFor } from "@miniapp/core/acting-for";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sentence } from "@miniapp/ui/sentence";
import { Sheet } from "@miniapp/ui/sheet";
import { bookingParts, mealTitle } from "./copy";
import { useCancelMealBooking } from "./use-cancel-meal-booking";

/** Asks once before a booking is given up. */
export function CancelMeal({ booking, onClose }: { booking: MealBooking; onClose: () => void }) {
  const cancel = useCancelMealBooking();
  const elder = useActingFor((acting) => acting.elder);
  return (
    <Sheet
      title={`取消${elder ? `${elder.name}的` : ""}${mealTitle(booking)}？`}
      onClose={() => cancel.isPending || onClose()}
    >
      <Sentence parts={bookingParts(booking)} />
      <Text className="words-quiet">取消不收钱，这一份会让给别人。</Text>
      <FormError error={cancel.error} />
      <BigButton
        kind="danger"
        text="取消这一餐"
        busyText="正在取消"
        isBusy={cancel.isPending}
        onPress={() => cancel.mutate(booking.id, { onSuccess: onClose })}
      />
      <BigButton kind="quiet" text="不取消，留着" isDisabled={cancel.isPending} onPress={onClose} />
    </Sheet>
  );
}
