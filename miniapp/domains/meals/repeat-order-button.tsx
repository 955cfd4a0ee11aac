import { Text, View } from "@tarojs/components";
import type { Menu, RepeatOrder } from "@shared/domains/meals/meals.contract";
import { useElderId } from "@miniapp/core/acting-for";
import { goTo } from "@miniapp/core/navigate";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { keepTogether } from "@miniapp/ui/sentence";
import { toBooking, toMenu } from "./routes";
import { useBookMeal } from "./use-book-meal";

/** 再来一份: the last order again in one tap; where the dish is not on, to the menu with a sentence. */
export function RepeatOrderButton({ repeat, menu }: { repeat: RepeatOrder; menu: Menu }) {
  const book = useBookMeal();
  const elderId = useElderId();
  const { order, sentence, lastLabel } = repeat;
  const press = () => {
    if (!order || elderId === null) {
      goTo(toMenu(menu));
      return;
    }
    book.mutate({ ...order, elderId }, { onSuccess: ({ id }) => goTo(toBooking({ bookingId: id, isNew: true })) });
  };
  return (
    <View className="stack">
      <BigButton
        kind="second"
        icon="again"
        text={`再来一份${lastLabel}的`}
        label={`再来一份${lastLabel}的。${sentence}`}
        busyText="正在订"
        isBusy={book.isPending}
        onPress={press}
      />
      <Text className="words-quiet">{keepTogether(sentence)}</Text>
      <FormError error={book.error} />
    </View>
  );
}
