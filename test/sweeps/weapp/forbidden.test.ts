import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { ensureWeappBuilt, WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { filesBelow } from "@test/support/wechat-compiler";

/**
 * What can be told from the text. The other things that phones lack, such as `fetch` and making code of text, the realm of
 * test/support/weapp-realm.ts lacks too, and every screen works in it.
 * Taro carries its own list of every name that WeChat has; a name in a list is no call.
 */
describe("the built WeChat app does without", () => {
  beforeAll(ensureWeappBuilt, WEAPP_BUILD_MS);
  const withSource = (ending: string, pattern: RegExp) =>
    filesBelow(WEAPP_BUILD, ending).filter((name) => pattern.test(readFileSync(join(WEAPP_BUILD, name), "utf8")));

  test.each([
    ["exact positions, which WeChat refuses", /\.getLocation\(/],
    ["retired facts about the phone", /\.getSystemInfo(?:Sync|Async)?\(/],
    ["URL", /new URL(?:SearchParams)?\(/],
    ["TextEncoder", /new Text(?:En|De)coder\(/],
    ["Intl", /\bIntl\./],
    ["a reader of camera pictures, for WeChat brings its own", /\.getImageData\(/],
  ])("%s", (_, pattern) => {
    expect(withSource(".js", pattern)).toEqual([]);
  });

  test(":active, which WeChat does not score; hover-class instead", () => {
    expect(withSource(".wxss", /:active/)).toEqual([]);
  });

  test("sizes that change with the width of the phone", () => {
    expect(withSource(".wxss", /\d+rpx/)).toEqual([]);
  });
});
