import { describe, expect } from "@jest/globals";
import fc from "fast-check";
import { Decimal128, Long, type Document } from "mongodb";
import { conformanceDatabase, statement, type Row, type Rows } from "./conformance";

// One batch holds every answer, so that a case asks about the plan and not about cursors.
const ALL = { batchSize: 1_000 };
const { collection } = await conformanceDatabase();

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom("", "a", "b", "一", true, false, null, 1.5, Long.fromNumber(2), Decimal128.fromString("2.5")),
  fc.constantFrom(new Date(0), new Date(1_000)),
);
const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) });
const row = fc.record({ a: value, b: scalar, c: fc.record({ d: scalar }, { requiredKeys: [] }) }, { requiredKeys: [] });
const field = fc.constantFrom("a", "b", "c.d");
const condition: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  scalar.map((x) => ({ $gt: x })),
  scalar.map((x) => ({ $lte: x })),
  scalar.map((x) => ({ $ne: x })),
  fc.tuple(scalar, scalar).map(([from, to]) => ({ $gte: from, $lt: to })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.boolean().map((is) => ({ $exists: is })),
);
const clause: fc.Arbitrary<Document> = fc.tuple(field, condition).map(([key, test]) => ({ [key]: test }));
const filter: fc.Arbitrary<Document> = fc.oneof(
  clause,
  fc.tuple(clause, clause).map(([x, y]) => ({ $and: [x, y] })),
  fc.tuple(clause, clause).map(([x, y]) => ({ $or: [x, y] })),
  fc.tuple(clause, clause).map(([x, y]) => ({ ...x, ...y })),
);
const sort: fc.Arbitrary<Document> = fc
  .tuple(field, fc.constantFrom(1, -1))
  .map(([key, direction]) => ({ [key]: direction, _id: 1 }));

/** The same documents twice: once bare, once under every kind of index the product uses. */
async function twins(documents: Document[]): Promise<[Rows, Rows]> {
  const numbered = documents.map((document, n): Row => ({ _id: n, ...document }));
  const bare = await collection(numbered);
  const indexed = await collection(numbered);
  await indexed.createIndexes([
    { key: { a: 1 } },
    { key: { b: -1, a: 1 } },
    { key: { "c.d": 1, b: 1 } },
    { key: { b: 1 }, name: "partial", partialFilterExpression: { a: { $exists: true } } },
  ]);
  return [bare, indexed];
}

describe("a plan never changes an answer", () => {
  statement(
    "indexed and scanned answers are the same documents in the same order, for generated filters and sorts",
    async () => {
      const documents = fc.sample(row, { numRuns: 200, seed: 20260301 });
      const [bare, indexed] = await twins(documents);
      const same = fc.asyncProperty(filter, sort, async (where, order) => {
        const [scanned, found] = await Promise.all(
          [bare, indexed].map((rows) =>
            rows
              .find(where, ALL)
              .sort(order as never)
              .project({ _id: 1 })
              .toArray(),
          ),
        );
        expect(found).toEqual(scanned);
        expect(await indexed.countDocuments(where)).toBe(scanned?.length);
      });
      await fc.assert(same, { numRuns: 150, seed: 20260301 });
    },
    120_000,
  );

  statement(
    "after generated updates and deletes the indexes still agree with the documents",
    async () => {
      const documents = fc.sample(row, { numRuns: 150, seed: 7 });
      const [bare, indexed] = await twins(documents);
      const change = fc.tuple(clause, row, fc.constantFrom("set", "unset", "delete"));
      for (const [where, fields, act] of fc.sample(change, { numRuns: 60, seed: 7 })) {
        const update =
          act === "set" ? { $set: { b: fields.b ?? 1, a: fields.a ?? "new" } } : { $unset: { a: "", "c.d": "" } };
        for (const rows of [bare, indexed]) {
          const one = await rows.find(where, ALL).sort({ _id: 1 }).limit(2).project({ _id: 1 }).toArray();
          const chosen = { _id: { $in: one.map((found) => found["_id"]) } } as Document;
          await (act === "delete" ? rows.deleteMany({ ...chosen, b: { $lt: 0 } }) : rows.updateMany(chosen, update));
        }
      }
      for (const where of fc.sample(filter, { numRuns: 60, seed: 8 })) {
        const [scanned, found] = await Promise.all(
          [bare, indexed].map((rows) => rows.find(where, ALL).sort({ _id: 1 }).toArray()),
        );
        expect(found).toEqual(scanned);
      }
    },
    120_000,
  );
});
