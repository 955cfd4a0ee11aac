import { Text, View } from "@tarojs/components";
import type { Dish } from "@shared/domains/meals/dish-shapes";
import type { Menu, ServingMode } from "@shared/domains/meals/meals.contract";
import { useActingFor } from "@miniapp/core/acting-for";
import { ApiError } from "@miniapp/core/api-error";
import { replaceWith } from "@miniapp/core/navigate";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Money } from "@miniapp/ui/money";
import { Sentence, wordsOf } from "@miniapp/ui/sentence";
import { Sheet } from "@miniapp/ui/sheet";
import { SpeakButton } from "@miniapp/ui/speak-button";
import { orderParts } from "./copy";
import { toBooking } from "./routes";
import { useBookMeal } from "./use-book-meal";
import "./confirm-meal.scss";

interface ConfirmMealProps {
  readonly menu: Menu;
  readonly dish: Dish;
  readonly mode: ServingMode;
  readonly elderId: string;
  readonly onClose: () => void;
}

/** The whole order once more, in a sentence, before it counts. */
export function ConfirmMeal({ menu, dish, mode, elderId, onClose }: ConfirmMealProps) {
  const book = useBookMeal();
  const elderName = useActingFor((acting) => acting.elder?.name);
  const parts = orderParts({ menu, dishName: dish.name, mode, elderName });
  const existing = book.error instanceof ApiError ? book.error.facts.existing : undefined;
  const confirm = () =>
    book.mutate(
      { menuId: menu.id, dishId: dish.id, elderId, mode },
      { onSuccess: ({ id }) => replaceWith(toBooking({ bookingId: id, isNew: true })) },
    );
  return (
    <Sheet
      title="请您看一遍"
      aside={<SpeakButton sentence={wordsOf(parts)} />}
      onClose={() => book.isPending || onClose()}
    >
      <View className="confirm-sentence">
        <Sentence parts={parts} />
      </View>
      {dish.warnings.map((warning) => (
        <Banner key={warning} tone="danger" icon="info" text={`注意：${warning}。想订还是能订。`} />
      ))}
      <View className="confirm-price">
        <Text className="confirm-price-words">到食堂付</Text>
        <Money fen={dish.priceFen} />
      </View>
      <Text className="words-quiet">{`${menu.closesLabel} 前都可以取消，不收钱。`}</Text>
      <FormError error={book.error} />
      {existing ? (
        <BigButton text="看看订好的那份" onPress={() => replaceWith(toBooking({ bookingId: existing }))} />
      ) : (
        <BigButton text="确定" busyText="正在订" isBusy={book.isPending} onPress={confirm} />
      )}
      <BigButton kind="quiet" text="再想想" isDisabled={book.isPending} onPress={onClose} />
    </Sheet>
  );
}
