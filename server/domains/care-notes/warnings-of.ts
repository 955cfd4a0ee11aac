import { allergenWords, dietWords, type Allergen, type DietMark } from "@shared/core/diet";
import type { Notes } from "./sealed-notes";

interface Served {
  readonly allergens: readonly Allergen[];
  readonly dietMarks: readonly DietMark[];
}

/**
 * What to know before ordering a dish for somebody, in words; nothing forbids it. What a dish is not marked as is not
 * known to be so, and is said as just that.
 * @param isHerself whether who reads it is the person
 */
export function warningsOf(dish: Served, { notes, isHerself }: { notes: Notes; isHerself: boolean }): string[] {
  const noted = isHerself ? "您登记过" : "登记过";
  const found = notes.allergens.filter((allergen) => dish.allergens.includes(allergen));
  const missing = notes.dietMarks.filter((mark) => !dish.dietMarks.includes(mark));
  const named = found.map((allergen) => allergenWords[allergen]).join("、");
  const wanted = missing.map((mark) => dietWords[mark]).join("、");
  return [
    ...(found.length > 0 ? [`含${named}，${noted}对${named}过敏`] : []),
    ...(missing.length > 0 ? [`没有标“${wanted}”，${noted}要吃${wanted}`] : []),
  ];
}
