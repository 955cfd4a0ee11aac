import * as z from "zod/mini";
import { Fen, Id } from "@shared/core/primitives";

/** The allergens of GB 7718-2025 (食品安全国家标准 预包装食品标签通则) 附录 that a canteen dish can carry. */
export const Allergen = z.enum(["gluten", "crustacean", "fish", "egg", "peanut", "soybean", "milk", "nut"]);
export type Allergen = z.infer<typeof Allergen>;

/** 软食, 少盐, 少糖, 素. */
export const DietMark = z.enum(["soft", "low_salt", "low_sugar", "vegetarian"]);
export type DietMark = z.infer<typeof DietMark>;

export const Dish = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  allergens: z.array(Allergen),
  dietMarks: z.array(DietMark),
  priceFen: Fen,
  /** Portions left as last counted, for display; the claim decides. */
  freeShown: z.int(),
});
export type Dish = z.infer<typeof Dish>;
