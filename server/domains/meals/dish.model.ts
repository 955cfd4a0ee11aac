import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";
import type { MenuDish } from "./menu.model";

/** A dish on a care point's list. Its id follows from care point and name: the same dish has it on every menu. */
export interface DishDocument extends Pick<MenuDish, "name" | "description" | "allergens" | "dietMarks" | "priceFen"> {
  readonly _id: string;
  readonly carePointId: string;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<DishDocument>(
  {
    _id: { type: String, required: true },
    carePointId: { type: String, required: true },
    name: { type: String, required: true },
    description: { type: String, default: "" },
    allergens: { type: [String], required: true },
    dietMarks: { type: [String], required: true },
    priceFen: { type: Number, required: true },
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "dishes", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const DishModel = mongoose.model("Dish", schema);

export const dishIndexes: WantedIndexes = {
  collection: "dishes",
  indexes: [
    {
      name: "list",
      key: { carePointId: 1, name: 1 },
      unique: true,
      serves: "a care point's dishes by name, each name once",
    },
    outboxIndex,
  ],
};
