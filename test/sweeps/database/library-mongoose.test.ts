import { afterAll, describe, expect } from "@jest/globals";
import mongoose from "mongoose";
import { conformanceDatabase, statement } from "./conformance";

const { uri, name } = await conformanceDatabase();
mongoose.set({ sanitizeFilter: true, transactionAsyncLocalStorage: true });
const connection = await mongoose
  .createConnection(uri, { dbName: name, autoIndex: false, autoCreate: false })
  .asPromise();
afterAll(() => connection.close());

const schema = new mongoose.Schema(
  {
    sitting: { type: String, required: true },
    elder: String,
    active: Boolean,
    priceFen: Number,
    keys: { type: [String], default: undefined },
    lines: { type: [{ _id: false, dish: String, fen: Number }], default: undefined },
  },
  { strict: "throw", optimisticConcurrency: true, timestamps: true, collection: "portions" },
);
schema.index({ elder: 1 }, { unique: true, partialFilterExpression: { active: true } });
const Portion = connection.model("Portion", schema);
await Portion.createCollection();
await Portion.createIndexes();

describe("mongoose", () => {
  statement("a model creates, finds lean, updates and deletes its documents", async () => {
    const made = await Portion.create({ sitting: "s", priceFen: 1200 });
    expect(await Portion.findById(made._id).lean()).toMatchObject({ sitting: "s", priceFen: 1200, __v: 0 });
    await Portion.updateOne({ _id: made._id }, { $set: { priceFen: 900 } });
    expect(await Portion.countDocuments({ priceFen: 900 })).toBe(1);
    expect((await Portion.deleteOne({ _id: made._id })).deletedCount).toBe(1);
  });

  statement("strict throw refuses unknown fields in documents and updates", async () => {
    expect(() => new Portion({ sitting: "s", unknown: 1 })).toThrow(/unknown/);
    await expect(Portion.updateOne({ sitting: "s" }, { $set: { unknown: 1 } }).exec()).rejects.toThrow(/unknown/);
  });

  statement("a failed validation writes nothing", async () => {
    const before = await Portion.countDocuments();
    await expect(Portion.create({ priceFen: 1 })).rejects.toThrow(/sitting/);
    expect(await Portion.countDocuments()).toBe(before);
  });

  statement("optimistic concurrency refuses the second of two saves (VersionError)", async () => {
    const made = await Portion.create({ sitting: "versions" });
    const [first, second] = [await Portion.findById(made._id), await Portion.findById(made._id)];
    await first?.set({ priceFen: 1 }).save();
    await expect(second?.set({ priceFen: 2 }).save()).rejects.toThrow(mongoose.Error.VersionError);
    expect((await Portion.findById(made._id).lean())?.priceFen).toBe(1);
  });

  statement("sanitizeFilter turns a client's operator into a plain value, trusted ones work", async () => {
    await Portion.create({ sitting: "safe", priceFen: 500 });
    const attack = { sitting: { $ne: "" } } as unknown as { sitting: string };
    await expect(Portion.find(attack).lean().exec()).rejects.toThrow();
    const dear = mongoose.trusted({ $gt: 400 });
    expect(await Portion.countDocuments({ sitting: "safe", priceFen: dear })).toBe(1);
  });

  statement("a duplicate is a driver error of code 11000 with its keyPattern", async () => {
    await Portion.create({ sitting: "s", elder: "a", active: true });
    const again = Portion.create({ sitting: "s", elder: "a", active: true });
    await expect(again).rejects.toMatchObject({ code: 11000, keyPattern: { elder: 1 } });
  });

  statement("findOneAndUpdate claims, with upsert and setOnInsert through timestamps", async () => {
    const filter = { sitting: "upsert" };
    const made = await Portion.findOneAndUpdate(
      filter,
      { $set: { priceFen: 3 } },
      { upsert: true, returnDocument: "after" },
    ).lean();
    expect(made).toMatchObject({
      sitting: "upsert",
      priceFen: 3,
      createdAt: expect.any(Date),
      updatedAt: expect.any(Date),
    });
    const again = await Portion.findOneAndUpdate(filter, { $inc: { priceFen: 1 } }, { returnDocument: "after" }).lean();
    expect([again?.priceFen, again?.createdAt]).toEqual([4, made.createdAt]);
  });

  statement("a changed array of documents is saved by its path", async () => {
    const made = await Portion.create({
      sitting: "lines",
      lines: [
        { dish: "鱼", fen: 1 },
        { dish: "粥", fen: 2 },
      ],
    });
    made.lines?.push({ dish: "面", fen: 3 });
    made.set("lines.0.fen", 9);
    await made.save();
    const stored = await Portion.findById(made._id).lean();
    expect(stored?.lines).toEqual([
      { dish: "鱼", fen: 9 },
      { dish: "粥", fen: 2 },
      { dish: "面", fen: 3 },
    ]);
  });

  statement("connection.transaction commits once and rolls back on a throw, without sessions by hand", async () => {
    await connection.transaction(async () => {
      await Portion.create({ sitting: "together" });
      await Portion.updateOne({ sitting: "together" }, { $set: { priceFen: 7 } });
    });
    expect(await Portion.countDocuments({ sitting: "together", priceFen: 7 })).toBe(1);
    const failing = connection.transaction(async () => {
      await Portion.create({ sitting: "undone" });
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await Portion.countDocuments({ sitting: "undone" })).toBe(0);
  });

  statement("diffIndexes finds nothing to do after createIndexes, and names a missing index", async () => {
    expect(await Portion.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
    await Portion.collection.dropIndex("elder_1");
    expect((await Portion.diffIndexes()).toCreate).toHaveLength(1);
    await Portion.createIndexes();
  });

  statement("a cursor streams and populate joins two collections", async () => {
    const Sitting = connection.model("Sitting", new mongoose.Schema({ title: String }));
    const Note = connection.model(
      "Note",
      new mongoose.Schema({ about: { type: mongoose.Schema.Types.ObjectId, ref: "Sitting" } }),
    );
    const sitting = await Sitting.create({ title: "午餐" });
    await Note.insertMany(Array.from({ length: 5 }, () => ({ about: sitting._id })));
    const seen: unknown[] = [];
    for await (const note of Note.find().lean().cursor({ batchSize: 2 })) seen.push(note.about);
    expect(seen).toHaveLength(5);
    expect(await Note.findOne().populate("about").lean()).toMatchObject({ about: { title: "午餐" } });
  });
});
