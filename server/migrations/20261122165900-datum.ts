import type { mongo } from "mongoose";

const datums = { gps: "wgs84", gaode_tencent: "gcj02", baidu: "bd09" } as const;

/** A wished position names its map as every other one does. */
export async function up(db: mongo.Db): Promise<void> {
  const changes = db.collection("record_changes");
  for (const [source, datum] of Object.entries(datums))
    await changes.updateMany(
      { what: "position", "wanted.source": source },
      { $set: { "wanted.datum": datum }, $unset: { "wanted.source": 1 } },
    );
}
