import { AppError } from "../app-error";

/** Deepest nesting of a request body; the root counts as one. */
const DEPTH = 20;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** One open object or array while walking through a text. */
interface Level {
  /** Names seen so far; null in an array. */
  readonly names: Set<string> | null;
  lastString: string;
}

/**
 * Looks at the text of a JSON value that parsed, for what a parser accepts in silence: nesting deeper than 20, a name
 * twice in one object (readers disagree on which counts), `__proto__`, and U+FFFD, which stands where bytes were no
 * UTF-8 or where a text was damaged before it was sent.
 * @throws AppError malformed
 */
export function assertStrictJson(text: string): void {
  if (text.includes("\uFFFD")) throw new AppError("malformed");
  const levels: Level[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") levels.push({ names: token === "{" ? new Set() : null, lastString: "" });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === ":") claimName(level);
    else if (level && token !== ",") level.lastString = token;
    if (levels.length > DEPTH) throw new AppError("malformed");
  }
}

function claimName(level: Level | undefined): void {
  if (!level?.names) return;
  const name = JSON.parse(level.lastString) as string;
  if (name === "__proto__" || level.names.has(name)) throw new AppError("malformed");
  level.names.add(name);
}
