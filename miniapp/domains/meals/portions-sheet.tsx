import { Text } from "@tarojs/components";
import { useState } from "react";
import type { CounterDish } from "@shared/domains/meals/meal-counter-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { preparedOf } from "./counter-copy";
import type { usePortions } from "./use-portions";

const MOST = 1_000;

interface PortionsSheetProps {
  readonly dish: CounterDish;
  readonly portions: ReturnType<typeof usePortions>;
  readonly onClose: () => void;
}

/** How many portions of a dish there are in all. */
export function PortionsSheet({ dish, portions, onClose }: PortionsSheetProps) {
  const { dishId, dishName, counts } = dish;
  const [typed, setTyped] = useState(String(preparedOf(counts) + counts.withdrawn));
  const held = counts.booked + counts.served + counts.noShow;
  const wanted = /^\d+$/.test(typed) ? Number(typed) : null;
  const isFine = wanted !== null && wanted <= MOST;
  const save = () => {
    if (wanted !== null && isFine) portions.mutate({ kind: "set", dishId, portions: wanted }, { onSuccess: onClose });
  };
  return (
    <Sheet title={`${dishName}一共几份？`} onClose={onClose}>
      <Text className="words-quiet">{`已经订出 ${held} 份，不能比这个少。`}</Text>
      <Field
        label="一共几份"
        kind="number"
        isLarge
        maxLength={4}
        value={typed}
        onChange={setTyped}
        onSubmit={save}
        error={isFine ? undefined : `写 0 到 ${MOST} 的数`}
      />
      <FormError error={portions.error} />
      <BigButton text="就这么多" isDisabled={!isFine} isBusy={portions.isPending} onPress={save} />
      <BigButton kind="quiet" text="不改了" onPress={onClose} />
    </Sheet>
  );
}
