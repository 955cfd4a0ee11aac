import mongoose from "mongoose";
import type { CommandStartedEvent, Document } from "mongodb";

const uri = process.env["TEST_MONGODB_URI"] ?? "";
// The driver tells of its commands only when asked before it connects; jest gives each test file its own environment.
process.env["TEST_MONGODB_URI"] = `${uri}${uri.includes("?") ? "&" : "?"}monitorCommands=true`;

/** One command as the driver sent it. */
export interface SentCommand {
  readonly name: string;
  readonly collection: string;
  readonly command: Document;
}

/** Every command that the app sends to the database while `body` runs, in their order. */
export async function commandsDuring(body: () => Promise<unknown>): Promise<SentCommand[]> {
  const sent: SentCommand[] = [];
  const note = ({ commandName, command }: CommandStartedEvent) => {
    sent.push({ name: commandName, collection: String(command[commandName]), command });
  };
  const client = mongoose.connection.getClient();
  client.on("commandStarted", note);
  try {
    await body();
  } finally {
    client.off("commandStarted", note);
  }
  return sent;
}

/** Commands in words, for messages: `find menus`. */
export const inWords = (sent: readonly SentCommand[]): string[] =>
  sent.map(({ name, collection }) => `${name} ${collection}`);
