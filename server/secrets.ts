import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

const KEY_BYTES = 32;
const Secrets = z.strictObject({ fieldKey: z.string(), indexKey: z.string() });
type Secrets = z.infer<typeof Secrets>;

/**
 * The keys of a site that was given none: made once, kept in `secrets.json` of the data folder, readable by its owner
 * only. Losing the file makes every sealed value unreadable, so it is never written over.
 * @throws Error with a sentence for the operator when the file is there but damaged
 */
export function loadOrMakeSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  return read(path) ?? make({ dataDir, path });
}

function read(path: string): Secrets | undefined {
  try {
    return Secrets.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    const sentence = `${path} holds the keys of this site and cannot be read: bring it back from a backup.`;
    throw new Error(sentence, { cause: error });
  }
}

function make({ dataDir, path }: { dataDir: string; path: string }): Secrets {
  const key = () => randomBytes(KEY_BYTES).toString("base64");
  const secrets = { fieldKey: `local:${key()}`, indexKey: key() };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // "wx": of two processes that start at once one makes the file, the other one reads it.
  try {
    writeFileSync(path, `${JSON.stringify(secrets)}\n`, { flag: "wx", mode: 0o600 });
    return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return Secrets.parse(JSON.parse(readFileSync(path, "utf8")));
  }
}
