import { ActModel, type ActDocument } from "./act.model";

type Act = Omit<ActDocument, "_id"> & {
  /** The event's id. */
  readonly id: string;
};

/** Writes down what a helper did for an elder, where she reads it; the same event twice stands once. */
export async function recordAct({ id, ...act }: Act): Promise<void> {
  await ActModel.updateOne({ _id: id }, { $setOnInsert: act }, { upsert: true });
}
