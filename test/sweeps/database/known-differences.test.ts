import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { knownDifferences } from "./known-differences";

const folder = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
  .join("\n");

describe("the list of known differences", () => {
  test.each(knownDifferences)("names a case that exists: $statement", ({ statement }) => {
    expect(cases).toContain(`statement("${statement}"`);
  });

  test("holds no difference of the embedded engine or of MongoDB", () => {
    expect(knownDifferences.filter(({ engine }) => engine === "embedded" || engine === "wiredTiger")).toEqual([]);
  });
});
