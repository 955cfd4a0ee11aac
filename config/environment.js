import { readFileSync } from "node:fs";
import util from "node:util";
import { resolve } from "node:path";
import { root } from "./aliases.js";
import { fail } from "./console.js";

const ASSIGNMENT = /^(?:export\s+)?[A-Za-z_]\w*\s*=\s*(?<value>.*)$/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/**
 * The environment with the lines of `.env` under it: what is already set wins. Ends the process with one sentence that
 * names the line when `.env` cannot be read.
 * @returns {NodeJS.ProcessEnv}
 */
export function readEnvironment() {
  const text = readEnvFile();
  const line = findBrokenLine(text);
  if (line !== undefined) fail(`.env, line ${line}: expected NAME=value, a comment after # or an empty line.`);
  return { ...util.parseEnv(text), ...process.env };
}

function readEnvFile() {
  try {
    const bytes = readFileSync(resolve(root, ".env"));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT") return "";
    return fail(`.env cannot be read (${code ?? "not text in UTF-8"}): mend or remove the file.`);
  }
}

/**
 * Number of the first line that is no assignment; `util.parseEnv` would skip it in silence.
 * @param {string} text
 * @returns {number | undefined} counted from 1; for a quote that never ends, the line that opens it
 */
export function findBrokenLine(text) {
  let quote = "";
  let opened = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (CONTROL.test(line)) return index + 1;
    if (quote) {
      if (line.includes(quote)) quote = "";
      continue;
    }
    const statement = line.trim();
    if (statement === "" || statement.startsWith("#")) continue;
    const value = ASSIGNMENT.exec(statement)?.groups?.value;
    if (value === undefined) return index + 1;
    quote = openQuote(value);
    opened = index + 1;
  }
  return quote ? opened : undefined;
}

/** The quote that a value opens and does not close on its line, or "". @param {string} value */
function openQuote(value) {
  const first = value.charAt(0);
  return "\"'`".includes(first) && !value.slice(1).includes(first) ? first : "";
}
