import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { root } from "../../../config/aliases.js";
import { ensureWeappBuilt, WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { filesBelow } from "@test/support/wechat-compiler";

/** performance.md, section 6: P-F1 and P-F2. */
const MAIN_KB = 700;
const SUBPACKAGE_KB = 400;
const ALL_KB = 2_560;

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly preloadRule: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  readonly lazyCodeLoading: string;
  readonly requiredPrivateInfos: readonly string[];
  readonly permission: Readonly<Record<string, { readonly desc: string }>>;
  readonly __usePrivacyCheck__: boolean;
  readonly window: { readonly navigationStyle: string };
}

describe("the packages of the WeChat build", () => {
  let app: AppConfig;
  beforeAll(async () => {
    await ensureWeappBuilt();
    app = JSON.parse(readFileSync(join(WEAPP_BUILD, "app.json"), "utf8")) as AppConfig;
  }, WEAPP_BUILD_MS);

  const shipped = () => filesBelow(WEAPP_BUILD, "").filter((name) => statSync(join(WEAPP_BUILD, name)).isFile());
  const kilobytes = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + statSync(join(WEAPP_BUILD, name)).size, 0) / 1024;
  const roots = () => app.subPackages.map((one) => one.root);
  const isIn = (folder: string) => (name: string) => name.startsWith(`${folder}/`);

  test("P-F1: the main package", () => {
    const main = shipped().filter((name) => !roots().some((folder) => isIn(folder)(name)));
    expect(kilobytes(main)).toBeLessThanOrEqual(MAIN_KB);
  });
  test("P-F2: each subpackage, and all together", () => {
    expect(roots().filter((folder) => kilobytes(shipped().filter(isIn(folder))) > SUBPACKAGE_KB)).toEqual([]);
    expect(kilobytes(shipped())).toBeLessThanOrEqual(ALL_KB);
  });

  test("every domain with pages has a subpackage, and its workbench one of its own", () => {
    const domains = readdirSync(join(root, "miniapp/domains"), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    const wanted = domains.flatMap(({ name }) => [`domains/${name}/pages`, `domains/${name}/workbench`]);
    expect(roots().sort()).toEqual(wanted.filter((folder) => existsSync(join(root, "miniapp", folder))).sort());
  });
  test("every page that is announced is there", () => {
    const pages = [...app.pages, ...app.subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
    expect(pages.filter((page) => !existsSync(join(WEAPP_BUILD, `${page}.wxml`)))).toEqual([]);
  });
  test("what a tab page loads ahead exists, and is no workbench", () => {
    const ahead = Object.entries(app.preloadRule).flatMap(([page, { packages }]) =>
      packages.map((one) => [page, one] as const),
    );
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead.filter(([page, one]) => !app.pages.includes(page) || !roots().includes(one))).toEqual([]);
    expect(ahead.filter(([, one]) => one.endsWith("workbench"))).toEqual([]);
  });

  test("WeChat is told what the app needs, and nothing more", () => {
    expect(app.lazyCodeLoading).toBe("requiredComponents");
    expect(app.window.navigationStyle).toBe("custom");
    expect(app.__usePrivacyCheck__).toBe(true);
    expect(app.requiredPrivateInfos).toEqual(["getFuzzyLocation", "chooseLocation"]);
    expect(Object.keys(app.permission)).toEqual(["scope.userFuzzyLocation"]);
  });
});
