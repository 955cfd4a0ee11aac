import { Text, View } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { CodeCard } from "@miniapp/ui/code-card";
import { yuan } from "@miniapp/ui/money";
import { roleOf } from "@miniapp/ui/role-of";
import { Sentence, plain } from "@miniapp/ui/sentence";
import { orderParts } from "./copy";
import { DoneMark } from "./done-mark";
import type { PhoneBooking } from "./phone-order";

interface PhoneOrderDoneProps {
  readonly booked: PhoneBooking;
  /** The next caller. */
  readonly onNext: () => void;
  /** Another meal for the same one. */
  readonly onMore: () => void;
}

/** What was booked, and the code to read out; without paper and phone her name is enough. */
export function PhoneOrderDone({ booked, onNext, onMore }: PhoneOrderDoneProps) {
  const { resident, menu, dish, mode, code } = booked;
  const parts = orderParts({ menu, dishName: dish.name, mode, elderName: resident.preferredName });
  return (
    <>
      <View className="stack" {...roleOf("status")}>
        <DoneMark text="订好了" />
        <Card>
          <View className="stack">
            <View className="booking-sentence">
              <Sentence parts={[...parts, plain(`到了付 ${yuan(dish.priceFen)} 元。`)]} />
            </View>
            {code && <CodeCard label="取餐码，念给对方听" code={code} isCentred />}
            <Text className="words-quiet">记不住也不要紧，到了报姓名就行。</Text>
          </View>
        </Card>
      </View>
      <BigButton text="下一位" onPress={onNext} />
      <BigButton kind="second" text={`再替${resident.preferredName}订一餐`} onPress={onMore} />
    </>
  );
}
