import type * as z from "zod/mini";
import type { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { newId, stableId } from "@server/core/ids";
import { DishModel, type DishDocument } from "./dish.model";

type SavedDish = z.infer<(typeof menuPlanningContract)["endpoints"]["saveDish"]["body"]>;

interface Saving {
  readonly dish: SavedDish;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Puts a dish on a care point's list, or changes the one of that name. What stands on menus stays as it was told: they
 * hold copies. Saving the same again changes nothing.
 */
export async function saveDish({ dish, actorId, now }: Saving): Promise<DishDocument> {
  const { carePointId, name, ...rest } = dish;
  const _id = stableId(carePointId, name);
  const subject = { type: "dish", id: _id };
  const audit = { act: "menu-planning.save-dish", actorId, subject, carePointId };
  const event = { id: newId(), type: "meals.dish-saved", at: new Date(now), audit };
  return againOnConflict(() =>
    DishModel.findOneAndUpdate(
      { _id },
      { $set: { ...rest }, $setOnInsert: { carePointId, name }, $push: { outbox: event } },
      { upsert: true, returnDocument: "after" },
    )
      .lean<DishDocument>()
      .orFail()
      .exec(),
  );
}
