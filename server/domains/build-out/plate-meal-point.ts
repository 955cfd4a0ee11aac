import { AppError } from "@server/core/app-error";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import type { MealPointDocument } from "./meal-point.model";
import { moveMealPoint, type Acting } from "./move-meal-point";

interface Plating extends Acting {
  readonly plaqueNumber: string;
}

/**
 * Says which numbered plaque hangs at a built point; from then on it counts as done. A number hangs once in a city, also
 * after its point was closed: whoever scans an old plaque must not land elsewhere. The unique index is the guarantee.
 * @throws AppError plaque_taken, state_changed, key_reused
 */
export async function plateMealPoint(
  deps: Pick<Deps, "clock">,
  { plaqueNumber, ...acting }: Plating,
): Promise<MealPointDocument> {
  try {
    return await moveMealPoint(deps, {
      ...acting,
      act: "plate",
      stem: "plate-meal-point",
      asked: plaqueNumber,
      set: { plaqueNumber },
    });
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError("plaque_taken") : error;
  }
}
