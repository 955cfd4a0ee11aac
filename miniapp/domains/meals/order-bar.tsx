import { Text, View } from "@tarojs/components";
import type { Dish } from "@shared/domains/meals/dish-shapes";
import { goTo } from "@miniapp/core/navigate";
import { toSignIn } from "@miniapp/domains/accounts/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { BottomBar } from "@miniapp/ui/bottom-bar";
import { Money } from "@miniapp/ui/money";

interface OrderBarProps {
  readonly dish: Dish;
  readonly isOpen: boolean;
  readonly isGuest: boolean;
  readonly onOrder: () => void;
}

/** What is chosen, what it costs, and the one button; a guest is led to sign in. */
export function OrderBar({ dish, isOpen, isGuest, onOrder }: OrderBarProps) {
  return (
    <BottomBar>
      <View className="order-line">
        <Text>{`${dish.name} × 1`}</Text>
        <Money fen={dish.priceFen} />
      </View>
      {isGuest ? (
        <BigButton text="登录订餐" onPress={() => goTo(toSignIn())} />
      ) : (
        <BigButton
          text={dish.freeShown > 0 ? "订这份" : "这道菜订完了"}
          isDisabled={!isOpen || dish.freeShown === 0}
          onPress={onOrder}
        />
      )}
    </BottomBar>
  );
}
