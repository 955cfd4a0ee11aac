import { Text, View } from "@tarojs/components";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Money } from "@miniapp/ui/money";
import { Sentence } from "@miniapp/ui/sentence";
import { Sheet } from "@miniapp/ui/sheet";
import { orderParts } from "./copy";
import type { PhoneBooking, PhoneOrder } from "./phone-order";
import { useBookForResident } from "./use-phone-order";
import "./confirm-meal.scss";

interface PhoneOrderSheetProps {
  readonly order: PhoneOrder;
  readonly onBooked: (booked: PhoneBooking) => void;
  readonly onClose: () => void;
}

/** The whole order once more, to be read out to her before it counts. */
export function PhoneOrderSheet({ order, onBooked, onClose }: PhoneOrderSheetProps) {
  const { resident, menu, dish, mode } = order;
  const book = useBookForResident();
  const wish = { menuId: menu.id, dishId: dish.id, mode, residentId: resident.id };
  const confirm = () => book.mutate(wish, { onSuccess: ({ code }) => onBooked({ ...order, code }) });
  return (
    <Sheet title="念一遍给对方听" onClose={() => book.isPending || onClose()}>
      <View className="confirm-sentence">
        <Sentence parts={orderParts({ menu, dishName: dish.name, mode, elderName: resident.preferredName })} />
      </View>
      {dish.warnings.map((warning) => (
        <Banner key={warning} tone="danger" icon="info" text={`提醒对方：${warning}。想订还是能订。`} />
      ))}
      <View className="confirm-price">
        <Text className="confirm-price-words">到食堂付</Text>
        <Money fen={dish.priceFen} />
      </View>
      <Text className="words-quiet">{`${menu.closesLabel} 前都可以取消，不收钱。本人会收到通知。`}</Text>
      <FormError error={book.error} />
      <BigButton text="订好" busyText="正在订" isBusy={book.isPending} onPress={confirm} />
      <BigButton kind="quiet" text="改一改" isDisabled={book.isPending} onPress={onClose} />
    </Sheet>
  );
}
