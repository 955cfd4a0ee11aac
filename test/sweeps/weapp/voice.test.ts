import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readEnvironment } from "../../../config/environment.js";
import { ensureWeappBuilt, WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { filesBelow } from "@test/support/wechat-compiler";

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
