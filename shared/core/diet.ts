import * as z from "zod/mini";

/** The allergens of GB 7718-2025 (食品安全国家标准 预包装食品标签通则) 附录 that a canteen dish can carry. */
export const Allergen = z.enum(["gluten", "crustacean", "fish", "egg", "peanut", "soybean", "milk", "nut"]);
export type Allergen = z.infer<typeof Allergen>;

/** 软食, 少盐, 少糖, 素: what a dish is, and what a person needs it to be. */
export const DietMark = z.enum(["soft", "low_salt", "low_sugar", "vegetarian"]);
export type DietMark = z.infer<typeof DietMark>;

/** Allergens as the screen names them. */
export const allergenWords = {
  gluten: "麸质",
  crustacean: "虾蟹",
  fish: "鱼",
  egg: "鸡蛋",
  peanut: "花生",
  soybean: "大豆",
  milk: "奶",
  nut: "坚果",
} as const satisfies Record<Allergen, string>;

/** Diet marks as the screen names them. */
export const dietWords = {
  soft: "软食",
  low_salt: "少盐",
  low_sugar: "少糖",
  vegetarian: "素",
} as const satisfies Record<DietMark, string>;
