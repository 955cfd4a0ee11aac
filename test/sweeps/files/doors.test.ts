import { describe, expect, test } from "@jest/globals";
import { codeOf, importsOf, sourceFiles } from "./source-files";

const product = sourceFiles("shared", "server", "miniapp");

/** A package that one place alone may import. */
const doors: [string, RegExp, RegExp][] = [
  ["koa-router", /^(koa-router|@koa\/router)$/, /^server\/core\/http\/routes\.ts$/],
  ["mongoose", /^mongoose(\/|$)/, /^server\/(core\/db\/.+|.+\.model)\.ts$/],
  ["agenda", /^(agenda|@agendajs\/.+)$/, /^server\/core\/jobs\//],
  ["NutUI", /^@nutui\//, /^miniapp\/ui\//],
];

describe("one door for each", () => {
  test.each(doors)("%s is imported in one place only", (_name, packages, place) => {
    const elsewhere = product.filter(
      (file) => !place.test(file.path) && importsOf(file).some((name) => packages.test(name)),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test("requests leave the mini-program through miniapp/core/http.ts only", () => {
    const senders = sourceFiles("miniapp").filter((file) =>
      /\b(Taro\.request|wx\.request|fetch|XMLHttpRequest)\s*\(/.test(codeOf(file)),
    );
    expect(senders.map(({ path }) => path).filter((path) => path !== "miniapp/core/http.ts")).toEqual([]);
  });

  test("shared imports no package but zod/mini, and its own files", () => {
    const foreign = sourceFiles("shared").flatMap((file) =>
      importsOf(file)
        .filter((name) => name !== "zod/mini" && !name.startsWith(".") && !name.startsWith("@shared/"))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  test("the mini-program knows zod as zod/mini only", () => {
    const whole = sourceFiles("miniapp").filter((file) =>
      importsOf(file).some((name) => /^zod(\/(?!mini$)|$)/.test(name)),
    );
    expect(whole.map(({ path }) => path)).toEqual([]);
  });

  test("the engine imports bson, mingo, lmdb and Node only, and nothing imports the engine", () => {
    const foreign = sourceFiles("server/embedded-mongo").flatMap((file) =>
      importsOf(file)
        .filter((name) => !/^(\.|node:|(bson|mingo|lmdb)(\/|$))/.test(name))
        .map((name) => `${file.path}: ${name}`),
    );
    const users = product.filter(
      (file) =>
        !file.path.startsWith("server/embedded-mongo/") &&
        importsOf(file).some((name) => name.includes("embedded-mongo")),
    );
    expect([...foreign, ...users.map(({ path }) => path)]).toEqual([]);
  });

  test("the app never asks which database it has", () => {
    const asking = sourceFiles("server").filter(
      (file) => !file.path.startsWith("server/embedded-mongo/") && /documentdb|wiredTiger/i.test(codeOf(file)),
    );
    expect(asking.map(({ path }) => path)).toEqual([]);
  });
});
