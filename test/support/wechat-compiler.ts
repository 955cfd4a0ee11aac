import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe } from "@jest/globals";
import { createContext, runInContext } from "node:vm";
import type { PageData } from "./weapp-tree";

/** WeChat's own compilers, of 2020, exist for these computers. */
const hasWechatCompiler = process.arch === "x64" && ["linux", "darwin"].includes(process.platform);

/** A `describe` for tests that need them: skipped with a sentence elsewhere. */
export function describeWithWechatCompiler(title: string, body: () => void): void {
  if (hasWechatCompiler) describe(title, body);
  else describe.skip(`${title} [skipped: WeChat's compiler does not run on this computer]`, body);
}

const programs = join(
  dirname(createRequire(import.meta.url).resolve("miniprogram-compiler")),
  process.platform === "darwin" ? "bin/mac" : "bin/linux",
);

export interface Compiled {
  /** Empty when every file was accepted, else what the compiler says. */
  readonly complaint: string;
  readonly script: string;
}

/** Compiles every template below a folder together, as WeChat does. */
export const compileTemplates = (folder: string): Compiled =>
  compile("wcc", folder, [
    "-d",
    "-cc",
    "0",
    ...filesBelow(folder, ".wxml"),
    ...filesBelow(folder, ".wxs"),
    "-gn",
    "$gwx",
  ]);

export const compileStyles = (folder: string): Compiled =>
  compile("wcsc", folder, ["-db", "-pc", "0", ...filesBelow(folder, ".wxss")]);

function compile(program: "wcc" | "wcsc", folder: string, options: readonly string[]): Compiled {
  const path = join(programs, program);
  chmodSync(path, 0o755);
  const run = spawnSync(path, options, { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return { complaint: run.status === 0 ? "" : `${String(run.status)} ${run.stderr}`, script: run.stdout };
}

export const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(ending));

/** An element as WeChat draws it. */
export interface Drawn {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (Drawn | string)[];
}

/** Draws pages with the compiled templates. @returns from a page's path and data to its tree */
export function templates(folder: string): (route: string, data: PageData) => Drawn {
  const { script } = compileTemplates(folder);
  const realm = createContext({ console });
  runInContext("var window = globalThis;", realm);
  const draw = runInContext(`${script}; $gwx`, realm) as (path: string) => (data: PageData) => Drawn;
  // The compiled templates look at constructors: data must be of their own realm.
  const parse = runInContext("JSON.parse", realm) as (json: string) => PageData;
  return (route, data) => draw(`${route}.wxml`)(parse(JSON.stringify(data)));
}

export const elementsOf = (node: Drawn): Drawn[] => [
  node,
  ...(node.children ?? []).flatMap((child) => (typeof child === "string" ? [] : elementsOf(child))),
];

export const wordsOf = (node: Drawn): string =>
  (node.children ?? []).map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
