import type { mongo } from "mongoose";

/** An entry says whether it is published, and by which code whoever runs it is registered; those of before are published. */
export async function up(db: mongo.Db): Promise<void> {
  await db
    .collection("care_points")
    .updateMany({ withheld: { $exists: false } }, { $set: { withheld: null, creditCode: null } });
}
