import { describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { allowedSizes } from "./allowed-sizes";
import { importsOf, parse, sourceFiles, type SourceFile } from "./source-files";

const product = sourceFiles("config", "shared", "server", "miniapp").filter(({ path }) => !path.endsWith(".d.ts"));
const tests = sourceFiles("test");

/** Hard limits of whole files by their role, in lines: the table of sizes in the architecture. */
const fileLimits: [string, RegExp, number][] = [
  ["policy", /\.policy\.ts$/, 60],
  ["presenter", /\.presenter\.ts$/, 80],
  ["contract", /\.contract\.ts$/, 180],
  ["hook", /^miniapp\/.*\/use-[a-z-]+\.tsx?$/, 80],
  ["page", /^miniapp\/(tabs|domains\/[^/]+\/(pages|workbench))\/[^/]+\/index\.tsx$/, 180],
  ["component", /^miniapp\/.*\.tsx$/, 150],
  ["file", /./, 250],
];
const USE_CASE_LINES = 120;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 150;
const HANDLER_LINES = 20;
const IMPORTS = 15;
const DEPTH_BELOW_A_DOMAIN = 3;

type Finding = { path: string; what: string; size: number; limit: number };

const over = (findings: Finding[]) =>
  findings
    .filter(({ size, limit }) => size > limit)
    .filter(({ path, what }) => !allowedSizes.some((allowed) => allowed.path === path && allowed.what === what))
    .map(({ path, what, size, limit }) => `${path}: ${what} ${size} > ${limit}`);

const contracts = product.filter(({ path }) => path.endsWith(".contract.ts"));

/** Whether a file of a server slice is named after an endpoint of its contract: `book-meal.ts` after `bookMeal`. */
function isUseCase(path: string): boolean {
  const [, domain, stem] = /^server\/domains\/([^/]+)\/([a-z-]+)\.ts$/.exec(path) ?? [];
  const endpoint = stem?.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return contracts.some(({ path: of, text }) => of.split("/")[2] === domain && text.includes(` ${endpoint ?? ""}: {`));
}

function fileSize(file: SourceFile): Finding {
  if (isUseCase(file.path)) return { path: file.path, what: "use-case", size: file.lines, limit: USE_CASE_LINES };
  const [what, , limit] = fileLimits.find(([, pattern]) => pattern.test(file.path)) ?? ["file", /./, 250];
  return { path: file.path, what, size: file.lines, limit };
}

function functionSizes(file: SourceFile): Finding[] {
  const tree = parse(file);
  const limit = file.path.endsWith(".tsx") ? COMPONENT_LINES : FUNCTION_LINES;
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const line = (at: number) => tree.getLineAndCharacterOfPosition(at).line;
      const what = `function ${nameOf(node)}`;
      found.push({ path: file.path, what, size: line(node.end) - line(node.getStart()) + 1, limit });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named =
    node.name ??
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? "without a name";
}

const rank = (sizes: number[], share: number) =>
  [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length * share)] ?? 0;
const total = (files: SourceFile[]) => files.reduce((sum, { lines }) => sum + lines, 0);

describe("sizes", () => {
  test("the median source file has at most 60 lines, nine of ten at most 150", () => {
    const sizes = product.map(({ lines }) => lines);
    expect(rank(sizes, 0.5)).toBeLessThanOrEqual(60);
    expect(rank(sizes, 0.9)).toBeLessThanOrEqual(150);
  });

  test("no file is longer than the limit of its role", () => {
    expect(over([...product, ...tests].map(fileSize))).toEqual([]);
  });

  test("no function is longer than 60 lines, no component than 150", () => {
    expect(over(product.flatMap(functionSizes))).toEqual([]);
  });

  test("no handler entry is longer than 20 lines", () => {
    const entries = product.filter(({ path }) => path.endsWith(".handlers.ts")).flatMap(functionSizes);
    const handlers = entries.filter(({ what }) => !/^function (make|create)[A-Z]/.test(what));
    expect(over(handlers.map((entry) => ({ ...entry, limit: HANDLER_LINES })))).toEqual([]);
  });

  test("no file imports from more than 15 modules", () => {
    const counts = product.map((file) => ({
      path: file.path,
      what: "imports",
      size: importsOf(file).length,
      limit: IMPORTS,
    }));
    expect(over(counts)).toEqual([]);
  });

  test("no file lies more than 3 folders below its domain", () => {
    const deep = product
      .map(({ path }) => path.split("/domains/")[1] ?? "")
      .filter((below) => below.split("/").length - 2 > DEPTH_BELOW_A_DOMAIN);
    expect(deep).toEqual([]);
  });

  // Architecture.md 3.3 names 1.0 as the aim and no hard limit; this is where the ratio stands and must not fall below.
  test("the server has at least four lines of test for five of source", () => {
    const ofServer = tests.filter(({ path }) => !/\.(h5|weapp)\.test\./.test(path));
    expect(total(ofServer) / total(product.filter(({ path }) => path.startsWith("server/")))).toBeGreaterThanOrEqual(
      0.8,
    );
  });

  test("every allowed size has a reason and is still needed", () => {
    const findings = [...product, ...tests].flatMap((file) => [
      fileSize(file),
      ...functionSizes(file),
      { path: file.path, what: "imports", size: importsOf(file).length, limit: IMPORTS },
    ]);
    for (const { path, what, reason } of allowedSizes) {
      expect(reason.length).toBeGreaterThan(20);
      expect(findings.some((one) => one.path === path && one.what === what && one.size > one.limit)).toBe(true);
    }
  });
});
