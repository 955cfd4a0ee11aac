import { isDatabaseBusy } from "./core/db/database-errors";
import { RegionPackError } from "./domains/regions/index";
import { EnvError, type Env } from "./env";
import { IndexError } from "./wanted-indexes";

/** One sentence for the person at the terminal; null when the failure is our own and belongs in the log. */
export function explainFailure(error: unknown, env?: Pick<Env, "host" | "port">): string | null {
  if (error instanceof EnvError || error instanceof IndexError) return error.message;
  if (error instanceof RegionPackError) return `A region pack below config/regions is at fault:\n${error.message}`;
  if (isDatabaseBusy(error)) return "The database does not answer: check MONGODB_URI, and that the server runs.";
  const { code } = (error ?? {}) as { code?: unknown };
  const place = `${env?.host}:${env?.port}`;
  if (code === "EADDRINUSE") return `${place} is taken by another program: stop it, or set PORT to a free one.`;
  if (code === "EACCES" || code === "EADDRNOTAVAIL") return `${place} cannot be opened: set HOST and PORT to others.`;
  return error instanceof Error && error.constructor === Error ? error.message : null;
}
