import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { ensureWeappBuilt, WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { compileStyles, compileTemplates, describeWithWechatCompiler } from "@test/support/wechat-compiler";

describeWithWechatCompiler("WeChat's own compiler", () => {
  beforeAll(ensureWeappBuilt, WEAPP_BUILD_MS);

  test("takes every template", () => {
    expect(compileTemplates(WEAPP_BUILD).complaint).toBe("");
  });
  test("takes every style", () => {
    expect(compileStyles(WEAPP_BUILD).complaint).toBe("");
  });

  test.each([
    ["a template that is not closed", "page.wxml", "<view><text></view>", compileTemplates],
    ["a selector for everything", "page.wxss", ".page * { color: red; }", compileStyles],
  ] as const)("refuses %s", (_, file, source, compile) => {
    const folder = mkdtempSync(join(tmpdir(), "yike-wxml-"));
    writeFileSync(join(folder, file), source);
    expect(compile(folder).complaint).toContain(file);
    rmSync(folder, { recursive: true });
  });
});
