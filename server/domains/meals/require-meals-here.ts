import { AppError } from "@server/core/app-error";
import { givesService } from "@server/domains/care-points/index";

/** What a place gives is the office's to say yes to: without meals on its entry nobody would find what it cooks. @throws AppError no_meals_here */
export async function requireMealsHere(carePointId: string): Promise<void> {
  if (!(await givesService({ carePointId, service: "meals" }))) throw new AppError("no_meals_here");
}
