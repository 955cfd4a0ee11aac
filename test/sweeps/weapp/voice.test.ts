import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { readEnvironment } from "../../../config/environment.js";
import { ensureWeappBuilt, WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { filesBelow } from "@test/support/wechat-compiler";

interface AppConfig {
  readonly plugins?: object;
  readonly pages: readonly string[];
}

/** `app.json` as Taro makes it of `app.config.ts`, in a build with these settings. */
async function appConfigWith(settings: Readonly<Record<string, string>>): Promise<AppConfig> {
  const before = { ...process.env };
  Object.assign(process.env, { TARO_ENV: "weapp", ...settings });
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  try {
    jest.resetModules();
    return ((await import("@miniapp/app.config")) as { default: AppConfig }).default;
  } finally {
    process.env = before;
  }
}

describe("app.json of a build", () => {
  test("announces the plugin with the version that is set", async () => {
    const { plugins, pages } = await appConfigWith({ WECHAT_VOICE_PLUGIN: "0.3.5" });
    expect(pages).toContain("tabs/home/index");
    expect(plugins).toEqual({ WechatSI: { version: "0.3.5", provider: "wx069ba97219f66d99" } });
  });
  test("has none without, nor in a browser", async () => {
    expect(await appConfigWith({ WECHAT_VOICE_PLUGIN: "" })).not.toHaveProperty("plugins");
    expect(await appConfigWith({ TARO_ENV: "h5", WECHAT_VOICE_PLUGIN: "0.3.5" })).not.toHaveProperty("plugins");
  });
});

/** A plugin that the operator's account does not have makes WeChat refuse the whole package. */
describe("reading aloud in the WeChat build follows WECHAT_VOICE_PLUGIN", () => {
  beforeAll(ensureWeappBuilt, WEAPP_BUILD_MS);
  const version = readEnvironment()["WECHAT_VOICE_PLUGIN"];
  const scripts = () => filesBelow(WEAPP_BUILD, ".js").map((name) => readFileSync(join(WEAPP_BUILD, name), "utf8"));
  const plugins = () =>
    (JSON.parse(readFileSync(join(WEAPP_BUILD, "app.json"), "utf8")) as { plugins?: object }).plugins;

  test("the plugin is announced only where it is set, with its version", () => {
    expect(plugins()).toEqual(version ? { WechatSI: { version, provider: "wx069ba97219f66d99" } } : undefined);
  });
  test("no script asks for it otherwise", () => {
    expect(scripts().some((text) => text.includes("WechatSI"))).toBe(Boolean(version));
  });
});
