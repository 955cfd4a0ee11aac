import * as z from "zod/mini";
import { Allergen, DietMark } from "@shared/core/diet";
import { Fen, Id } from "@shared/core/primitives";

export { Allergen, DietMark };

export const Dish = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  allergens: z.array(Allergen),
  dietMarks: z.array(DietMark),
  priceFen: Fen,
  /** Portions left as last counted, for display; the claim decides. */
  freeShown: z.int(),
  /** "含大豆，您登记过对大豆过敏"; empty for a guest, and for whom nothing is noted. They warn and never forbid. */
  warnings: z.array(z.string()),
});
export type Dish = z.infer<typeof Dish>;
