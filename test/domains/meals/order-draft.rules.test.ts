import { expect, test } from "@jest/globals";
import type { Menu } from "@shared/domains/meals/meals.contract";
import { orderDraftName, readOrder } from "@miniapp/domains/meals/order-draft";

const dish = (id: string, freeShown: number): Menu["dishes"][number] => ({
  id,
  name: id,
  description: "",
  allergens: [],
  dietMarks: [],
  priceFen: 600,
  freeShown,
  warnings: [],
});
const menu = {
  dishes: [dish("gone", 0), dish("tofu", 3), dish("fish", 2)],
  modes: ["eat_in", "pick_up"] as Menu["modes"],
  isOpen: true,
};
const begun = { dishId: "fish", mode: "pick_up", isConfirming: true };

test("without a draft the first dish that is left is chosen and nothing is asked", () => {
  expect(readOrder(undefined, menu)).toEqual({ dishId: "tofu", mode: "eat_in", isConfirming: false });
});
test("what was begun comes back as it was", () => {
  expect(readOrder(begun, menu)).toEqual(begun);
});
test("a dish that is sold out or off the menu is not asked about, how she eats stays", () => {
  const other = { dishId: "tofu", mode: "pick_up", isConfirming: false };
  expect(readOrder({ ...begun, dishId: "gone" }, menu)).toEqual(other);
  expect(readOrder({ ...begun, dishId: "yesterday" }, menu)).toEqual(other);
});
test("after the cut-off the choice stays, the question does not", () => {
  expect(readOrder(begun, { ...menu, isOpen: false })).toEqual({ ...begun, isConfirming: false });
});
test("a way of eating that is no longer offered gives way to the first", () => {
  expect(readOrder(begun, { ...menu, modes: ["eat_in"] }).mode).toBe("eat_in");
});
test.each([null, 7, "text", [], { dishId: 3, mode: {}, isConfirming: "yes" }])(
  "%p, which no version kept, is as good as nothing",
  (kept) => {
    expect(readOrder(kept, menu)).toEqual(readOrder(undefined, menu));
  },
);
test("each sitting and each person has a draft of her own", () => {
  const names = [
    orderDraftName({ menuId: "m1", elderId: "mother" }),
    orderDraftName({ menuId: "m1", elderId: "daughter" }),
    orderDraftName({ menuId: "m2", elderId: "mother" }),
    orderDraftName({ menuId: "m1", elderId: null }),
  ];
  expect(new Set(names).size).toBe(names.length);
});
