import { database } from "@server/core/db/connect";

/** Sessions and counters change by being asked; nothing else may. */
const MOVING = new Set(["sessions", "limits"]);

/** Every document of the database, but for what moves by itself. */
export async function everything(): Promise<Record<string, unknown[]>> {
  const names = (await database().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const still = names.filter((name) => !MOVING.has(name)).sort();
  const pairs = still.map(async (name) => [name, await database().collection(name).find().toArray()] as const);
  return Object.fromEntries(await Promise.all(pairs));
}
