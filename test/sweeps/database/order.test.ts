import { describe, expect } from "@jest/globals";
import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from "mongodb";
import { conformanceDatabase, statement, type Row } from "./conformance";

const { collection } = await conformanceDatabase();

/** Values in BSON's order of types, and of values within a type. */
const ascending: unknown[] = [
  new MinKey(),
  null,
  Number.NEGATIVE_INFINITY,
  -3.5,
  Long.fromNumber(-3),
  0,
  Decimal128.fromString("0.5"),
  7,
  "",
  "B",
  "a",
  "ab",
  "é",
  "一",
  "\uFFFD",
  "😀",
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: "x" },
  new Binary(Buffer.from([9])),
  new Binary(Buffer.from([1, 1])),
  new ObjectId("000000000000000000000001"),
  new ObjectId("f00000000000000000000000"),
  false,
  true,
  new Date("1940-06-03T00:00:00Z"),
  new Date("1970-01-01T00:00:00Z"),
  new Date("2026-01-01T00:00:00Z"),
  new Timestamp({ t: 1, i: 2 }),
  new Timestamp({ t: 2, i: 1 }),
  /a/,
  /b/,
  new MaxKey(),
];

/** The `_id`s in the order of a sort, of documents inserted in another order. */
async function sorted(values: unknown[], direction: 1 | -1, indexed: boolean): Promise<unknown[]> {
  const rows = await collection();
  if (indexed) await rows.createIndex({ a: 1 });
  const documents = values.map((a, n): Row => (a === undefined ? { _id: n } : { _id: n, a }));
  const shuffled = [...documents].sort((x, y) => (Number(x._id) % 7) - (Number(y._id) % 7));
  await rows.insertMany(shuffled);
  const found = await rows.find().sort({ a: direction, _id: direction }).toArray();
  return found.map((row) => row._id);
}

describe("BSON's order", () => {
  const expected = ascending.map((_, n) => n);

  statement("sort orders mixed types, ascending and descending", async () => {
    expect(await sorted(ascending, 1, false)).toEqual(expected);
    expect(await sorted(ascending, -1, false)).toEqual([...expected].reverse());
  });

  statement("an index keeps the same order as a sort in memory", async () => {
    expect(await sorted(ascending, 1, true)).toEqual(expected);
    expect(await sorted(ascending, -1, true)).toEqual([...expected].reverse());
  });

  statement("a missing field sorts as null", async () => {
    expect(await sorted([1, undefined, null, "x"], 1, false)).toEqual([1, 2, 0, 3]);
  });

  statement("an array sorts by its smallest element ascending and its greatest descending", async () => {
    const values = [[5, 1], 3, [4, 2], 6];
    expect(await sorted(values, 1, false)).toEqual([0, 2, 1, 3]);
    expect(await sorted(values, -1, false)).toEqual([3, 0, 2, 1]);
    expect(await sorted(values, 1, true)).toEqual([0, 2, 1, 3]);
  });

  statement("an empty array sorts before null", async () => {
    expect(await sorted([null, [], 1], 1, false)).toEqual([1, 0, 2]);
  });

  statement("a sort on several fields uses the later ones for ties", async () => {
    const rows = await collection([
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 2, b: 1 },
      { _id: 3, a: 1, b: 2 },
    ]);
    const found = await rows.find().sort({ a: 1, b: -1 }).toArray();
    expect(found.map((row) => row._id)).toEqual([3, 1, 2]);
  });

  statement("a sort may follow a path into documents and arrays", async () => {
    const rows = await collection([{ _id: 1, a: { b: 2 } }, { _id: 2, a: [{ b: 3 }, { b: 1 }] }, { _id: 3 }]);
    const found = await rows.find().sort({ "a.b": 1 }).toArray();
    expect(found.map((row) => row._id)).toEqual([3, 2, 1]);
  });

  statement("skip and limit cut the sorted list", async () => {
    const rows = await collection([5, 3, 1, 4, 2].map((n) => ({ _id: n, n })));
    const found = await rows.find().sort({ n: -1 }).skip(1).limit(2).toArray();
    expect(found.map((row) => row._id)).toEqual([4, 3]);
  });
});
