import { describe, expect } from "@jest/globals";
import { Decimal128, Double, Long, MaxKey, MinKey, ObjectId, type Document } from "mongodb";
import fc from "fast-check";
import { conformanceDatabase, embeddedOnly, type Row } from "./conformance";

const { collection } = await conformanceDatabase();

const scalar = fc.oneof(
  fc.constantFrom<unknown>(0, 1, 2, -1, 2.5, "a", "b", "ab", "", null, true, false, new Date(0), new Date(86_400_000)),
  fc.constantFrom<unknown>(
    Long.fromString("9007199254740993"),
    new Double(2),
    Decimal128.fromString("2.50"),
    new MinKey(),
  ),
  fc.constantFrom<unknown>(new ObjectId("0".repeat(24)), "é", "￿", "😀", "a\0b", new MaxKey(), {}),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }) },
);
const row = fc.record({ a: value, b: value }, { requiredKeys: [] });
const rows = fc.array(row, { minLength: 8, maxLength: 25 });
const path = fc.constantFrom("a", "b", "a.x", "a.y", "b.x");
const operators: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(fc.constantFrom("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"), scalar).map(([name, one]) => ({ [name]: one })),
  fc.tuple(fc.constantFrom("$in", "$nin"), fc.array(scalar, { maxLength: 3 })).map(([name, all]) => ({ [name]: all })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lte: high })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  scalar.map((one) => ({ $elemMatch: { x: one } })),
);
const clause = fc.tuple(path, operators).map(([name, one]): Document => ({ [name]: one }));
const filter: fc.Arbitrary<Document> = fc.oneof(
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((all) => ({ $and: all })),
  fc.array(clause, { minLength: 2, maxLength: 3 }).map((any) => ({ $or: any })),
);
const order = fc
  .tuple(path, fc.constantFrom(1, -1))
  .map(([name, direction]) => ({ [name]: direction, _id: 1 }) as const);

const indexes: Document[] = [{ a: 1 }, { b: -1 }, { "a.x": 1, b: 1 }, { "a.x": -1, "a.y": 1 }, { "b.x": 1, _id: -1 }];

/** The first index of a document on which two arrays meet is refused; the others stand. */
async function indexed(documents: Row[]) {
  const found = await collection(documents);
  for (const key of indexes) await found.createIndex(key as Record<string, 1 | -1>).catch(() => undefined);
  const partial = { partialFilterExpression: { b: { $exists: true } }, name: "partial" };
  await found.createIndex({ a: 1 }, partial).catch(() => undefined);
  return found;
}

describe("a plan never changes an answer", () => {
  embeddedOnly(
    "indexed and scanned answers are the same, in the same order, for generated documents, filters and sorts",
    async () => {
      const queries = fc.array(fc.tuple(filter, order), { minLength: 10, maxLength: 10 });
      const property = fc.asyncProperty(rows, queries, async (documents, asked) => {
        const numbered = documents.map((one, index): Row => ({ ...one, _id: index }));
        const [plain, fast] = [await collection(numbered), await indexed(numbered)];
        for (const [wanted, sort] of asked) {
          const ids = (found: Document[]) => found.map((one) => one["_id"] as unknown);
          const scanned = ids(await plain.find(wanted).sort(sort).toArray());
          expect(ids(await fast.find(wanted).sort(sort).toArray())).toEqual(scanned);
          const limited = ids(await fast.find(wanted).sort(sort).skip(1).limit(3).toArray());
          expect(limited).toEqual(scanned.slice(1, 4));
        }
        await Promise.all([plain.drop(), fast.drop()]);
      });
      await fc.assert(property, { numRuns: 25, seed: 20_261_122 });
    },
    120_000,
  );

  embeddedOnly("equal sort values come in order of insertion, forwards and backwards, indexed or not", async () => {
    const documents = Array.from({ length: 60 }, (_, n): Row => ({ _id: (n * 37) % 60, a: n % 3 }));
    const [plain, fast] = [await collection(documents), await collection(documents)];
    await fast.createIndex({ a: 1 });
    for (const direction of [1, -1] as const) {
      const expected = [...documents].sort((one, other) => (Number(one["a"]) - Number(other["a"])) * direction);
      for (const found of [plain, fast]) expect(await found.find().sort({ a: direction }).toArray()).toEqual(expected);
    }
  });

  embeddedOnly("a sort in memory over 100 MB is refused, with a limit it is not", async () => {
    const heavy = await collection();
    const text = "x".repeat(2_000_000);
    for (let n = 0; n < 54; n += 1) await heavy.insertOne({ _id: n, n: -n, text });
    await expect(heavy.find().sort({ n: 1 }).toArray()).rejects.toMatchObject({ code: 292 });
    const first = await heavy.find().sort({ n: 1 }).limit(1).project({ n: 1 }).toArray();
    expect(first).toEqual([{ _id: 53, n: -53 }]);
  });
});
