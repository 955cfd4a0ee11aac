import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock, toInstant } from "../core/clock";
import { registryLines, sliceFiles } from "./new-domain/files";
import { namesOf, rename, type DomainNames } from "./new-domain/names";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SIDES = ["shared", "server", "miniapp", "test"];

/** `npm run new:domain home-visits`: four folders from the smallest slice, the registry lines, one migration. */
try {
  const written = makeDomain(namesOf(process.argv[2] ?? ""));
  run("node_modules/prettier/bin/prettier.cjs", "--write", "--log-level=warn", ...written);
  run("--import", "tsx", "server/scripts/write-openapi.ts");
  console.log(
    `${written.join("\n")}\nNext: say in the contract what the domain promises; the compiler leads from there.`,
  );
} catch (error) {
  process.exitCode = 1;
  console.error((error as Error).message);
}

function makeDomain(names: DomainNames): string[] {
  const taken = SIDES.map((side) => `${side}/domains/${names.kebab}`).find((folder) =>
    existsSync(resolve(ROOT, folder)),
  );
  if (taken !== undefined) throw new Error(`${taken} is there already.`);
  const templates = [...Object.entries(sliceFiles), ["migration.txt", migrationPath(names)] as const];
  const slice = templates.map(
    ([template, path]) => [rename(path, names), rename(readTemplate(template), names)] as const,
  );
  const all = new Map([...slice, ...registriesWith(names)]);
  for (const [path, content] of all) write(path, content);
  return [...all.keys()];
}

/** The registries' new content by path; nothing is written yet. */
function registriesWith(names: DomainNames): Map<string, string> {
  const key = names.kebab.includes("-") ? `"${names.kebab}"` : names.kebab;
  const texts = new Map<string, string>();
  for (const { file, after, line } of registryLines) {
    const text = texts.get(file) ?? readFileSync(resolve(ROOT, file), "utf8");
    const at = text.indexOf(after);
    if (at < 0) throw new Error(`${file} has no "${after.trim()}": the template must follow it.`);
    const end = at + after.length;
    texts.set(file, text.slice(0, end) + rename(line, names).replace("KEY", key) + text.slice(end));
  }
  return texts;
}

function migrationPath({ kebab }: DomainNames): string {
  const time = toInstant(systemClock.now()).slice(0, 19).replaceAll(/[-:T]/g, "");
  return `server/migrations/${time}-${kebab}.ts`;
}

function readTemplate(name: string): string {
  return readFileSync(new URL(`new-domain/${name}`, import.meta.url), "utf8");
}

function write(path: string, content: string): void {
  mkdirSync(dirname(resolve(ROOT, path)), { recursive: true });
  writeFileSync(resolve(ROOT, path), content);
}

function run(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${args.find((arg) => arg.includes("/")) ?? "node"} failed: see above.`);
}
