import { describe, expect } from "@jest/globals";
import { Long, type Document, type MongoServerError } from "mongodb";
import { conformanceDatabase, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();
const rows = await collection([{ _id: 1, a: "text", n: 1 }]);
const name = rows.collectionName;

async function refusal(command: Document): Promise<MongoServerError> {
  const session = db.client.startSession();
  const error = await serverError(db.command(command, { session }));
  await session.endSession();
  return error;
}

/** The first write error of an update of the document. */
async function writeError(u: Document): Promise<Document> {
  const reply = await db.command({ update: name, updates: [{ q: { _id: 1 }, u }] });
  return reply["writeErrors"][0];
}

describe("error codes and their names", () => {
  const commands: [number, string, Document][] = [
    [2, "BadValue", { find: name, filter: { a: { $almost: 1 } } }],
    [9, "FailedToParse", { aggregate: name, pipeline: [] }],
    [26, "NamespaceNotFound", { listIndexes: "absent" }],
    [43, "CursorNotFound", { getMore: Long.fromNumber(77), collection: name }],
    [59, "CommandNotFound", { frobnicate: 1 }],
    [40324, "Location40324", { aggregate: name, pipeline: [{ $frobnicate: {} }], cursor: {} }],
  ];
  for (const [code, codeName, command] of commands) {
    statement(`${codeName} is ${code}, in the reply of ${Object.keys(command)[0]}`, async () => {
      expect(await refusal(command)).toMatchObject({ code, ok: 0 });
    });
  }

  statement("a refused command's reply carries the name of its code", async () => {
    for (const [, codeName, command] of commands) expect((await refusal(command)).codeName).toBe(codeName);
  });

  const writes: [number, string, Document][] = [
    [9, "FailedToParse", { $frobnicate: { a: 1 } }],
    [14, "TypeMismatch", { $inc: { a: 1 } }],
    [40, "ConflictingUpdateOperators", { $set: { n: 1 }, $inc: { n: 1 } }],
    [66, "ImmutableField", { $set: { _id: 2 } }],
    [2, "BadValue", { $push: { a: 1 } }],
  ];
  for (const [code, title, update] of writes) {
    statement(`${title} is ${code}, as a write error of update`, async () => {
      expect(await writeError(update)).toMatchObject({ index: 0, code, errmsg: expect.any(String) });
    });
  }

  statement("findAndModify answers an update's error as its own", async () => {
    const error = await refusal({ findAndModify: name, query: { _id: 1 }, update: { $inc: { a: 1 } } });
    expect(error).toMatchObject({ code: 14, ok: 0 });
  });

  statement("after a refused command the connection serves the next", async () => {
    await refusal({ frobnicate: 1 });
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(await rows.findOne({})).toEqual({ _id: 1, a: "text", n: 1 });
  });
});
