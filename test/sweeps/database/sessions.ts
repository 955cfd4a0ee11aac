import { afterAll } from "@jest/globals";
import type { ClientSession, MongoClient } from "mongodb";

/** Opens sessions that end with the file; each is the caller's alone. */
export function sessionsOf(client: MongoClient): () => ClientSession {
  const opened: ClientSession[] = [];
  afterAll(() => Promise.all(opened.map((session) => session.endSession())));
  return () => {
    const session = client.startSession();
    opened.push(session);
    return session;
  };
}

/** A session with a transaction just begun. */
export function begin(open: () => ClientSession): ClientSession {
  const session = open();
  session.startTransaction();
  return session;
}

/** Whether a promise is still open after the server has answered other requests meanwhile. */
export async function isWaiting(promise: Promise<unknown>, client: MongoClient): Promise<boolean> {
  let settled = false;
  const note = () => {
    settled = true;
  };
  promise.then(note, note);
  for (let round = 0; round < 20; round += 1) await client.db("admin").command({ ping: 1 });
  return !settled;
}
