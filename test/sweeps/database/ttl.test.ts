import { describe, expect } from "@jest/globals";
import { conformanceDatabase, embeddedOnly, ids, statement, type Rows } from "./conformance";

const { collection } = await conformanceDatabase();
const SWEEPS_WITHIN_MS = 90_000;

/** Asks again and again, on the server's own pace, until the documents left are the expected ones. */
async function untilOnly(rows: Rows, expected: unknown[]): Promise<void> {
  const until = Date.now() + SWEEPS_WITHIN_MS;
  while (Date.now() < until && (await rows.countDocuments()) !== expected.length) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(await ids(rows, {})).toEqual(expected);
}

describe("TTL indexes", () => {
  const past = new Date(Date.now() - 3_600_000);
  const future = new Date(Date.now() + 3_600_000);

  embeddedOnly(
    "documents are deleted after their lifetime, others stay: no date, a date to come, a missing field",
    async () => {
      const rows = await collection([
        { _id: 1, at: past },
        { _id: 2, at: future },
        { _id: 3, at: "2020-01-01" },
        { _id: 4 },
        { _id: 5, at: [future, past] },
      ]);
      await rows.createIndex({ at: 1 }, { expireAfterSeconds: 0 });
      await untilOnly(rows, [2, 3, 4]);
    },
    SWEEPS_WITHIN_MS + 10_000,
  );

  embeddedOnly(
    "the lifetime counts from the date, and a partial TTL index spares what is outside its filter",
    async () => {
      const rows = await collection([
        { _id: 1, at: past, done: true },
        { _id: 2, at: past },
        { _id: 3, at: new Date(), done: true },
      ]);
      await rows.createIndex({ at: 1 }, { expireAfterSeconds: 1_800, partialFilterExpression: { done: true } });
      await untilOnly(rows, [2, 3]);
    },
    SWEEPS_WITHIN_MS + 10_000,
  );

  statement("a TTL index serves queries like any other", async () => {
    const rows = await collection([
      { _id: 1, at: future },
      { _id: 2, at: new Date(Date.now() + 7_200_000) },
    ]);
    await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    expect(await ids(rows, { at: { $gt: new Date() } })).toEqual([1, 2]);
    expect(await ids(rows, { at: { $lte: future } })).toEqual([1]);
  });

  statement("a lifetime that is no number of seconds is refused", async () => {
    const rows = await collection();
    await expect(rows.createIndex({ at: 1 }, { expireAfterSeconds: -5 })).rejects.toThrow();
  });
});
