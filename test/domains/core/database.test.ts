import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import mongoose from "mongoose";
import { database } from "@server/core/db/connect";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import { IdentityModel } from "@server/domains/accounts/identity.model";
import { LIMITS_COLLECTION } from "@server/core/limits/limits.model";
import { startApp, type TestApp } from "@test/support/app";

const WANG = { _id: "a", personId: "wang", openid: "sealed" };
const LI = { _id: "b", personId: "li", openid: "sealed" };
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await IdentityModel.create([WANG, LI]);
});
afterEach(() => IdentityModel.deleteMany({}));
afterAll(() => app.close());

/** A value as it would come from a request, past every parser. */
const fromOutside = (value: unknown): string => value as string;

describe("what every query of the program passes through", () => {
  test.each([
    ["$ne", { $ne: null }],
    ["$gt", { $gt: "" }],
    ["$regex", { $regex: "." }],
    ["$in", { $in: ["wang", "li"] }],
  ])("an operator from outside is a value that nothing equals: %s", async (_operator, value) => {
    const found = await IdentityModel.find({ personId: fromOutside(value) })
      .lean()
      .catch((error: unknown) => (error as Error).name);
    // Either nobody's id is an object, or the schema refuses to make a text of one.
    expect([[], "CastError"]).toContainEqual(found);
    await IdentityModel.deleteMany({ personId: fromOutside(value) }).catch(() => undefined);
    expect(await IdentityModel.countDocuments({})).toBe(2);
  });

  test("an operator of our own works when it says so", async () => {
    expect(await IdentityModel.find({ personId: trusted({ $ne: "wang" }) }).lean()).toEqual([LI]);
  });

  test("a filter by a field that no schema names is refused, instead of finding everything", async () => {
    const misspelt = { persnId: "wang" } as unknown as { personId: string };
    await expect(IdentityModel.find(misspelt).lean().exec()).rejects.toThrow();
    await expect(IdentityModel.deleteMany(misspelt).exec()).rejects.toThrow();
    expect(await IdentityModel.countDocuments({})).toBe(2);
  });

  test("a field that no schema names is not written", async () => {
    const foreign = { ...WANG, _id: "c", role: "manager" };
    await expect(IdentityModel.create([foreign])).rejects.toThrow();
    await expect(IdentityModel.updateOne({ _id: "a" }, { $set: { role: "manager" } }).exec()).rejects.toThrow();
    expect(await IdentityModel.find({}).sort({ _id: 1 }).lean()).toEqual([WANG, LI]);
  });

  test("a write waits for a majority's disk", () => {
    expect(mongoose.connection.getClient().options.writeConcern).toMatchObject({ w: "majority", journal: true });
  });
});

describe("a unique index's refusal", () => {
  const refusalOf = (write: Promise<unknown>) =>
    write.then(
      () => null,
      (error: unknown) => error,
    );

  const counters = () => database().collection<{ key: string; points: number }>(LIMITS_COLLECTION);

  test("is known by its code, not by its message, whichever command meets it", async () => {
    await counters().insertMany([
      { key: "secret:one", points: 1 },
      { key: "secret:two", points: 1 },
    ]);
    const change = { $set: { key: "secret:one" } };
    const refusals = await Promise.all([
      refusalOf(IdentityModel.create([{ ...WANG, personId: "zhao" }])),
      refusalOf(counters().updateOne({ key: "secret:two" }, change)),
      refusalOf(counters().findOneAndUpdate({ key: "secret:two" }, change)),
      refusalOf(counters().findOneAndUpdate({ key: "secret:three" }, change, { upsert: true })),
    ]);
    expect(refusals.map(isDuplicateKey)).toEqual([true, true, true, true]);
  });

  test("is neither another error of the database nor words that sound like it", () => {
    const conflict = new mongoose.mongo.MongoServerError({ code: 112, errmsg: "E11000 duplicate key error" });
    expect(isDuplicateKey(conflict)).toBe(false);
    expect(isDuplicateKey(new Error("E11000 duplicate key error"))).toBe(false);
  });

  test("keeps the counter of a limit one document, also of two processes that begin it at once", async () => {
    await counters().insertOne({ key: "secret:somebody", points: 1 });
    const error = await refusalOf(counters().insertOne({ key: "secret:somebody", points: 1 }));
    expect(error).toMatchObject({ code: 11_000, keyPattern: { key: 1 } });
  });
});
