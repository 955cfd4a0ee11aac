import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { codeOf, filesUnder, root, sourceFiles } from "./source-files";

const BINARY = /\.(png|jpg|jpeg|ico|woff2?|ttf|gif|webp|svg)$/;
const texts = filesUnder(".")
  .filter((path) => !BINARY.test(path) && path !== "test/sweeps/files/plain-code.test.ts")
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const naming = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

/** Where a city may be named after all, and why; a file that names none is none of these. */
const NAMING_CITIES: Readonly<Record<string, string>> = {
  "server/demo/demo-places.ts": "The demo community is invented below real districts, and has to say which.",
  "server/demo/demo-people.ts": "The people of its offices answer for one of those districts and for its city.",
  "server/domains/regions/regions.builders.ts":
    "A test that does not say where gets a place in a city that is shipped.",
};

/** The names of the regions of every shipped city, the cities' also in short, and the ids of their folders. */
function cityNames(): string[] {
  const folder = join(root, "config/regions");
  return readdirSync(folder).flatMap((city) => {
    const read = (file: string) =>
      JSON.parse(readFileSync(join(folder, city, file), "utf8")) as { name?: string; regions?: { name: string }[] };
    const { name = "" } = read("city.json");
    return [city, name, name.replace(/[市区]$/, ""), ...(read("regions.json").regions ?? []).map(({ name }) => name)];
  });
}

/** A folder's id counts as a whole word: planning is no city. Chinese has no gaps between words. */
function isNamed(name: string, text: string): boolean {
  if (!/^[a-z]+$/.test(name)) return text.includes(name);
  return text.split(/[^A-Za-z]+/).includes(name);
}

describe("plain code", () => {
  test("domains and shared take the time from the clock: no new Date(), no Date.now, no local time", () => {
    const reading = sourceFiles("server/domains", "shared").filter((file) =>
      /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes)\(/.test(
        codeOf(file),
      ),
    );
    expect(reading.map(({ path }) => path)).toEqual([]);
  });

  test("no city of config/regions is named in code, but where the demo and the builders have to", () => {
    const names = cityNames().filter((name) => name.length > 1);
    expect(names).toEqual(expect.arrayContaining(["hengshui", "衡水市", "衡水", "桃城区"]));
    const found = sourceFiles("server", "shared", "miniapp").flatMap((file) => {
      const text = codeOf(file);
      const named = names.filter((name) => isNamed(name, text));
      return named.length > 0 ? [{ path: file.path, named }] : [];
    });
    expect(found.filter(({ path }) => !(path in NAMING_CITIES))).toEqual([]);
    expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(NAMING_CITIES).sort());
  });

  test("a city counts as named in Chinese anywhere, by its folder's id as a whole word", () => {
    const named = ["新乡市的", "/新乡/", "xinxiang-hongqi", "planning", "Xinxiang"].map((text) =>
      ["新乡", "xinxiang", "anning"].some((name) => isNamed(name, text)),
    );
    expect(named).toEqual([true, true, true, false, false]);
  });

  test("no file names a folder of somebody's computer", () => {
    expect(naming(/(?<=["'`\s(=:])\/(work|root|Users|home)\/[\w.-]|[A-Z]:\\+Users/)).toEqual([]);
  });

  test("no file names a package registry, the lock file included", () => {
    expect(naming(/registry\.(npmjs|npmmirror|yarnpkg)|npmmirror\.com|verdaccio/i)).toEqual([]);
    expect(naming(/"resolved"\s*:/).filter((path) => path === "package-lock.json")).toEqual([]);
  });

  test("no unfinished work is left in the code", () => {
    const marks = sourceFiles("config", "server", "shared", "miniapp", "test").filter(
      (file) => file.path !== "test/sweeps/files/plain-code.test.ts",
    );
    expect(marks.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
