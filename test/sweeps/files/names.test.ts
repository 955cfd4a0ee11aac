import { describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { filesUnder, parse, sourceFiles } from "./source-files";

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const BY_CONVENTION = new Set(["README.md", "ARCHITECTURE.md", "LICENSE", "RESULTS.md"]);
const SIDES = ["config", "shared", "server", "miniapp", "test"];

/** The role suffixes a slice's files may carry, by side. */
const ROLES: Record<string, string[]> = {
  shared: ["contract", "rules"],
  server: ["handlers", "policy", "model", "queries", "presenter", "jobs", "builders", "rules", "machine"],
  miniapp: ["api", "config", "module"],
};
const TEST_ROLES = ["rules", "policy", "api", "race", "h5", "weapp"];
const DEFAULT_EXPORTS =
  /^(config\/.*|miniapp\/(app\.config|app)\.tsx?|miniapp\/.*\/index(\.config)?\.tsx?|miniapp\/.*\.d\.ts|test\/bench\/bare\/weapp\/.*)$/;

const roleOf = (path: string) => /\/[a-z0-9-]+\.([a-z0-9-]+)\.(?:ts|tsx|scss)$/.exec(path)?.[1];

describe("names", () => {
  test("files and folders are in kebab-case", () => {
    const parts = filesUnder(...SIDES).flatMap((path) => path.split("/").map((part) => [part, path] as const));
    const odd = parts.filter(([part]) => !KEBAB.test(part) && !BY_CONVENTION.has(part) && !part.startsWith("."));
    expect(odd.map(([, path]) => path)).toEqual([]);
  });

  test("a slice's files carry only the role suffixes of their side", () => {
    const slices = filesUnder("shared", "server", "miniapp").filter((path) => path.includes("/domains/"));
    const odd = slices.filter((path) => {
      const role = roleOf(path);
      return role !== undefined && !(ROLES[path.split("/")[0] ?? ""] ?? []).includes(role);
    });
    expect(odd).toEqual([]);
  });

  test("a domain's rules carry its name, a contract the name that it is registered by", () => {
    const odd = sourceFiles("shared/domains").filter(({ path, text }) => {
      const [, , domain = "", file = ""] = path.split("/");
      const [, stem = ""] = /^(.+)\.contract\.ts$/.exec(file) ?? [];
      if (stem !== "") return !text.includes(`defineContract({\n  name: "${stem}",`);
      return file.endsWith(".rules.ts") && !file.startsWith(`${domain}.`);
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test("a domain's tests say what they need", () => {
    const odd = filesUnder("test/domains")
      .filter((path) => path.includes(".test.") && !path.startsWith("test/domains/core/"))
      .filter((path) => {
        const role = /\.([a-z0-9]+)\.test\.tsx?$/.exec(path)?.[1];
        return role === undefined || !TEST_ROLES.includes(role);
      });
    expect(odd).toEqual([]);
  });

  test("a domain has the same folder name on every side", () => {
    const domains = (side: string) =>
      filesUnder(`${side}/domains`)
        .map((path) => path.split("/")[2] ?? "")
        .filter((name) => !name.includes("."));
    const shared = new Set(domains("shared"));
    expect([...domains("server"), ...domains("miniapp")].filter((name) => !shared.has(name))).toEqual([]);
  });

  test("exports are named, a default export only where Taro or a tool demands it", () => {
    const odd = sourceFiles(...SIDES)
      .filter((file) => !DEFAULT_EXPORTS.test(file.path))
      .filter((file) =>
        parse(file).statements.some(
          (one) =>
            ts.isExportAssignment(one) ||
            (ts.canHaveModifiers(one) &&
              ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
        ),
      );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test("tests lie under test/ and nowhere else", () => {
    const odd = filesUnder(".").filter(
      (path) => /(\.(test|spec)\.|__tests__|__mocks__)/.test(path) && !path.startsWith("test/"),
    );
    expect(odd).toEqual([]);
  });
});
