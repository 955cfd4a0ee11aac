import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { describeWithWechatCompiler, elementsOf, templates, wordsOf, type Drawn } from "@test/support/wechat-compiler";
import { openScreens, SCREEN_NAMES, viewerOf, type Screens } from "./screens";

const CONTROLS = ["button", "link", "radio", "switch", "tab", "checkbox"];

/** What a screen reader finds in the screens as WeChat's own templates draw them. */
describeWithWechatCompiler("controls in the built WXML", () => {
  let screens: Screens;
  let draw: ReturnType<typeof templates>;
  beforeAll(async () => {
    screens = await openScreens();
    draw = templates(WEAPP_BUILD);
  }, WEAPP_BUILD_MS);
  afterAll(() => screens.close());

  async function drawn(name: string): Promise<Drawn[]> {
    const address = screens.addresses.get(name) ?? "";
    const realm = await screens.open(address, viewerOf(address));
    await realm.settle();
    const { route, data } = realm.stack.front();
    realm.close();
    return elementsOf(draw(route, data));
  }
  /** Both always listen; what one taps on a map are its marks, and those say their names. */
  const NO_CONTROLS = ["wx-scroll-view", "wx-map"];
  /** Where a tap does something: Taro leaves `bindtap` out of plain views, but for those that also hold the page still. */
  const isTappable = ({ tag, attr = {} }: Drawn) =>
    !NO_CONTROLS.includes(tag) && attr["bindtap"] !== undefined && attr["catchtouchmove"] === undefined;
  const isTyped = ({ tag }: Drawn) => ["wx-input", "wx-textarea", "wx-picker"].includes(tag);
  const name = ({ attr = {} }: Drawn) => String(attr["class"]);

  test.each(SCREEN_NAMES)("%s: what can be tapped has a role and a label or words", async (screen) => {
    const controls = (await drawn(screen)).filter((one) => isTappable(one) && !isTyped(one));
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter(({ attr = {} }) => !CONTROLS.includes(String(attr["ariaRole"]))).map(name)).toEqual([]);
    expect(controls.filter((one) => !one.attr?.["ariaLabel"] && wordsOf(one) === "").map(name)).toEqual([]);
  });

  test.each(["sign in", "staff sign in", "onboarding"] as const)(
    "%s: what can be typed has a label",
    async (screen) => {
      const fields = (await drawn(screen)).filter(isTyped);
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.filter(({ attr = {} }) => !attr["ariaLabel"]).map(name)).toEqual([]);
    },
  );

  test.each(SCREEN_NAMES)("%s: its title is a heading", async (screen) => {
    const headings = (await drawn(screen)).filter(({ attr = {} }) => attr["ariaRole"] === "heading");
    expect(headings.map(wordsOf).filter((words) => words !== "")).toHaveLength(1);
  });
});
