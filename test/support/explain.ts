import type { Db, Document } from "mongodb";

export interface Plan {
  /** Whether any part of the plan reads the whole collection. */
  scansAll: boolean;
  /** Names of the indexes the winning plan uses, each once. */
  indexes: string[];
}

/** How the database would run a command: MongoDB's explain, reduced to what the tests ask about. */
export async function planOf(db: Db, command: Document): Promise<Plan> {
  const reply = await db.command({ explain: command, verbosity: "queryPlanner" });
  const nodes = winningNodes(reply);
  const indexes = new Set(nodes.map((node) => node["indexName"]).filter((name) => typeof name === "string"));
  // Some engines read a whole collection through its _id_ index: for a command that names no _id that is a scan.
  const readsAllById = !JSON.stringify(command).includes('"_id"') && indexes.delete("_id_");
  return { scansAll: readsAllById || nodes.some((node) => node["stage"] === "COLLSCAN"), indexes: [...indexes] };
}

function winningNodes(value: unknown): Document[] {
  if (Array.isArray(value)) return value.flatMap(winningNodes);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Document;
  const parts = Object.entries(node).filter(([key]) => key !== "rejectedPlans" && key !== "command");
  return [node, ...parts.flatMap(([, part]) => winningNodes(part))];
}
