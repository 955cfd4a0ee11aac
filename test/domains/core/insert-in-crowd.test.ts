import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import mongoose, { Schema } from "mongoose";
import { insertInCrowd, type InsertInCrowd } from "@server/core/db/insert-in-crowd";
import { startApp, type TestApp } from "@test/support/app";

interface Row {
  readonly _id: string;
  readonly key: string;
  readonly by?: string;
}

const RowModel = mongoose.model<Row>(
  "CrowdRow",
  new Schema<Row>({ _id: String, key: String, by: String }, { collection: "crowd_rows", versionKey: false }),
);
let app: TestApp;
let write: InsertInCrowd<Row>;
beforeAll(async () => {
  app = await startApp();
  await RowModel.collection.createIndex({ key: 1 }, { unique: true });
});
beforeEach(async () => {
  await RowModel.deleteMany({});
  write = insertInCrowd<Row>(RowModel);
});
afterAll(() => app.close());

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ _id: `id-${at}`, key: `key-${at}` }));

/** Writes or finds one, as a refusal does. */
const alone = (row: Row) => () =>
  RowModel.findOneAndUpdate(
    { key: row.key },
    { $setOnInsert: { _id: row._id, by: "alone" } },
    { upsert: true, returnDocument: "after" },
  )
    .lean<Row>()
    .orFail()
    .exec();

const writeAll = (all: readonly Row[]) => Promise.all(all.map((row) => write(row, alone(row))));
const together = () => RowModel.collection.countDocuments({ by: { $exists: false } });

describe("inserting in a crowd", () => {
  test("one after the other each goes alone, and so do three at once; many at once go together", async () => {
    for (const row of rows(3)) await write(row, alone(row));
    await writeAll(rows(6).slice(3));
    expect(await together()).toBe(0);
    await writeAll(rows(100).slice(6));
    expect(await RowModel.countDocuments()).toBe(100);
    expect(await together()).toBe(94);
  });

  test("what the index refuses goes alone and finds what stands, and the others are written all the same", async () => {
    await RowModel.collection.insertMany([{ _id: "old" as never, key: "key-30" }]);
    const standing = await writeAll(rows(60));
    expect(standing[30]).toMatchObject({ _id: "old" });
    expect(standing.filter(({ _id }) => _id === "old")).toHaveLength(1);
    expect(await RowModel.countDocuments()).toBe(60);
  });

  test("two of one key in one crowd are one document, and both are told the same", async () => {
    const all = rows(40);
    const copies = all.slice(10, 20).map((row) => ({ ...row, _id: `copy of ${row._id}` }));
    const standing = await writeAll([...all, ...copies]);
    expect(standing.slice(40).map(({ _id }) => _id)).toEqual(standing.slice(10, 20).map(({ _id }) => _id));
    expect(await RowModel.countDocuments()).toBe(40);
  });

  test("when nobody knows what became of the insert each goes alone, and a fault of its own is its own", async () => {
    const cut = jest.spyOn(RowModel.collection, "insertMany").mockRejectedValue(new Error("the line is cut"));
    try {
      const all = rows(20);
      const outcomes = await Promise.allSettled(
        all.map((row, at) => write(row, at === 15 ? () => Promise.reject(new Error("its own fault")) : alone(row))),
      );
      expect(outcomes.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([15]);
      expect(await RowModel.countDocuments()).toBe(19);
    } finally {
      cut.mockRestore();
    }
    await writeAll(rows(30));
    expect(await RowModel.countDocuments()).toBe(30);
  });
});
