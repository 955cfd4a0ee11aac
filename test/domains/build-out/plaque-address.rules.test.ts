import { describe, expect, test } from "@jest/globals";
import { plaqueIn } from "@miniapp/domains/build-out/plaque-address";
import { toPlaque } from "@miniapp/domains/build-out/routes";

const PLAQUE = { cityId: "xinxiang", number: "红旗-0012" };
const address = `https://yike.example${toPlaque({ cityId: PLAQUE.cityId, plaqueNumber: PLAQUE.number })}`;

describe("which plaque a page was opened for", () => {
  test.each([
    ["a browser's address", { cityId: "xinxiang", number: "红旗-0012" }],
    ["a browser's address that is still encoded", { cityId: "xinxiang", number: encodeURIComponent("红旗-0012") }],
    ["an ordinary code scanned in WeChat", { q: encodeURIComponent(address) }],
    ["WeChat's own kind of code", { scene: encodeURIComponent("xinxiang!红旗-0012") }],
  ])("%s", (_, parameters) => {
    expect(plaqueIn(parameters)).toEqual(PLAQUE);
  });

  test.each([
    ["nothing", {}],
    ["a city alone", { cityId: "xinxiang" }],
    ["a scene without a number", { scene: "xinxiang" }],
    ["another page's address", { q: encodeURIComponent("https://yike.example/tabs/home/index") }],
    ["half an escape", { scene: "%E7%BA" }],
  ])("none is found in %s", (_, parameters) => {
    expect(plaqueIn(parameters)).toBeNull();
  });
});
