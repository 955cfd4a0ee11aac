import { describe, expect, test } from "@jest/globals";
import { findPlaces } from "@miniapp/domains/accounts/find-places";
import { places } from "@miniapp/domains/accounts/places";
import { routes } from "@miniapp/domains/index";

const TABS = ["home", "nearby", "bookings", "me"];
const found = (typed: string) => findPlaces(places, typed).map(({ text }) => text);

describe("finding a page by what people call it", () => {
  test.each([
    "长辈版",
    "大字",
    "大字版",
    "关怀",
    "关怀模式",
    "字号",
    "字体",
    "放大",
    "适老",
    "适老化",
    "老年模式",
    "老人",
  ])("%s: the text size comes first", (typed) => {
    expect(found(typed)[0]).toBe("字号");
  });
  test.each([
    ["读", "读给我听"],
    ["念给我听", "读给我听"],
    ["家人", "家人"],
    ["女儿", "家人"],
    ["电话", "打电话"],
    ["12345", "打电话"],
    ["订餐", "订餐"],
    ["菜单", "订餐"],
    ["食堂", "附近的食堂和照护点"],
    ["取餐码", "我的预订"],
    ["无障碍", "无障碍说明"],
    ["登录码", "登录"],
    ["搬家", "我的社区"],
    ["过敏", "过敏和忌口"],
    ["注销", "我的资料"],
  ])("%s: %s comes first", (typed, wanted) => {
    expect(found(typed)[0]).toBe(wanted);
  });

  test("the beginning or the end of a word is enough", () => {
    expect(found("长")[0]).toBe("字号");
    expect(found("辈版")[0]).toBe("字号");
    expect(found("邀请")[0]).toBe("请家人帮我");
  });
  test("a word is found in a sentence, spaces and signs do not matter", () => {
    expect(found("怎么把字放大？")[0]).toBe("字号");
    expect(found(" 订 饭 ")[0]).toBe("订餐");
    expect(found("我想订个午饭")[0]).toBe("订餐");
  });
  test("while the first word is still being composed in letters everything stays", () => {
    expect(found("zi")).toEqual(found(""));
    expect(found("")).toHaveLength(places.length);
  });
  test("pairs of characters count only when nothing comes nearer", () => {
    expect(found("字体大小")).toEqual(["字号"]);
    expect(found("取消订单")[0]).toBe("我的预订");
    expect(found("看清楚一点")).toEqual([]);
  });
  test("nothing is made up for what does not exist", () => {
    expect(found("股票")).toEqual([]);
    expect(found("量血压")).toEqual([]);
  });
});

describe("the places", () => {
  test("each leads to a page or tab that exists", () => {
    const pages = routes.flatMap((part) => part.pages.map((page) => `/${part.root}/${page}`));
    const lost = places.filter(({ to }) =>
      to === "call" ? false : "tab" in to ? !TABS.includes(to.tab) : !pages.includes(to.page.split("?")[0] ?? ""),
    );
    expect(lost).toEqual([]);
  });
  test("each is found first by its own name, and no two share one", () => {
    expect(places.filter(({ text }) => found(text)[0] !== text).map(({ text }) => text)).toEqual([]);
    expect(new Set(places.map(({ text }) => text)).size).toBe(places.length);
  });
});
