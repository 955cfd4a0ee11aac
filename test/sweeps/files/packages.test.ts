import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "./source-files";

interface Locked {
  version: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
}
interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
const manifest = read("package.json") as Manifest;
const { packages } = read("package-lock.json") as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path !== "");
const versionsOf = (name: string) =>
  installed.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version }]) => version);
const isAtLeast = (version: string, floor: string) => version.localeCompare(floor, "en", { numeric: true }) >= 0;

/** Lowest versions without known faults that matter here. */
const floors = { koa: "3.1.2", mongoose: "9.9.2", "@koa/cors": "5.0.0", lmdb: "3.5.0", mingo: "7.2.0", bson: "7.0.0" };
/** Packages that were judged unfit. */
const refused = ["adm-zip", "xlsx", "multer", "koa-body", "jsonwebtoken"];
/** Packages with compiled parts: their prebuilt parts for these computers are in the lock file, so no script builds them. */
const prebuilt: [string, string[]][] = [
  ["@lmdb/lmdb-", ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"]],
  ["@node-rs/argon2-", ["linux-x64-gnu", "linux-arm64-gnu", "darwin-x64", "darwin-arm64"]],
  ["@swc/core-", ["linux-x64-gnu", "linux-arm64-gnu", "darwin-x64", "darwin-arm64"]],
];

describe("packages", () => {
  test.each(Object.entries(floors))("%s is at or above %s", (name, floor) => {
    const versions = versionsOf(name);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  test("mongodb is there once, at the version mongoose pins", () => {
    const pin = packages["node_modules/mongoose"]?.dependencies?.["mongodb"];
    expect(versionsOf("mongodb")).toHaveLength(1);
    expect(manifest.dependencies["mongodb"]).toBe(pin);
  });

  test.each(["react", "mongoose", "bson", "zod"])("%s is there once", (name) => {
    expect(new Set(versionsOf(name)).size).toBe(1);
  });

  test("koa-router is the maintained @koa/router", () => {
    expect(manifest.dependencies["koa-router"]).toMatch(/^npm:@koa\/router@\^15/);
  });

  test("Taro's own packages have one exact version", () => {
    const taro = Object.entries(manifest.dependencies).filter(
      ([name]) => name.startsWith("@tarojs/") && name !== "@tarojs/plugin-inject",
    );
    expect(new Set(taro.map(([, version]) => version))).toEqual(new Set(["4.2.1"]));
  });

  test("every locked package carries its checksum", () => {
    expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  test("installing runs no script, and none is needed", () => {
    expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
    const hooks = ["preinstall", "install", "postinstall", "prepare", "pretest", "prestart"];
    expect(hooks.filter((hook) => manifest.scripts[hook])).toEqual([]);
  });

  test.each(prebuilt)("%s* is prebuilt for the usual computers", (prefix, computers) => {
    expect(computers.filter((computer) => versionsOf(`${prefix}${computer}`).length === 0)).toEqual([]);
  });

  test("no refused package is asked for", () => {
    const asked = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]);
    expect(refused.filter((name) => asked.has(name))).toEqual([]);
  });
});
