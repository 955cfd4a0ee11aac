import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { WEAPP_BUILD, WEAPP_BUILD_MS } from "@test/support/weapp-build";
import { WAITING, type WeappRealm } from "@test/support/weapp-realm";
import { nodesOf, sizeOf } from "@test/support/weapp-tree";
import { describeWithWechatCompiler, elementsOf, templates } from "@test/support/wechat-compiler";
import { openScreens, SCREEN_NAMES, viewerOf, type Screens } from "./screens";
import { keysOfTemplates } from "./template-keys";
import { tap } from "./taps";

/** performance.md, section 6. */
const FIRST_BYTES = 24 * 1024;
const CALLS_TO_SETTLED = 4;
const TAP = { calls: 3, bytes: 2 * 1024 };
const TREE = { nodes: 500, depth: 20, widest: 40 };
const REQUESTS = 2;

let screens: Screens;
beforeAll(async () => {
  screens = await openScreens();
}, WEAPP_BUILD_MS);
afterAll(() => screens.close());

const open = async (name: string): Promise<WeappRealm> => {
  const address = screens.addresses.get(name) ?? "";
  const realm = await screens.open(address, viewerOf(address));
  await realm.settle();
  return realm;
};

describe.each(SCREEN_NAMES)("%s", (name) => {
  let realm: WeappRealm;
  beforeAll(async () => {
    realm = await open(name);
  });
  afterAll(() => realm.close());

  test("P-F3: the first setData is small", () => {
    expect(realm.stack.sent[0]?.bytes).toBeLessThanOrEqual(FIRST_BYTES);
  });
  test("P-F4: it is settled after few calls", () => {
    expect(realm.stack.sent.length).toBeLessThanOrEqual(CALLS_TO_SETTLED);
  });
  test("P-F6: its tree is small, flat and narrow", () => {
    const { nodes, depth, widest } = sizeOf(realm.stack.front().data.root);
    expect(nodes).toBeLessThanOrEqual(TREE.nodes);
    expect(depth).toBeLessThanOrEqual(TREE.depth);
    expect(widest).toBeLessThanOrEqual(TREE.widest);
  });
  test("P-F13: nothing is sent that its template does not use", () => {
    const used = keysOfTemplates(WEAPP_BUILD);
    const unused = nodesOf(realm.stack.front().data.root).flatMap((node) =>
      Object.keys(node).filter((key) => node.nn !== undefined && !used.get(node.nn)?.has(key)),
    );
    expect([...new Set(unused)]).toEqual([]);
  });
  test("P-F8: it is useful after two requests at most", () => {
    const useful = realm.stack.sent.find(({ after }) => !JSON.stringify(after).includes(WAITING));
    expect(realm.requests.filter(({ at }) => at <= (useful?.at ?? Infinity)).length).toBeLessThanOrEqual(REQUESTS);
  });
});

describeWithWechatCompiler("drawn by WeChat's templates", () => {
  test.each(SCREEN_NAMES)("%s has as many elements as were counted", async (name) => {
    const realm = await open(name);
    const { route, data } = realm.stack.front();
    realm.close();
    const drawn = templates(WEAPP_BUILD)(route, data);
    const texts = elementsOf(drawn).flatMap(({ children = [] }) => children.filter((one) => typeof one === "string"));
    expect(elementsOf(drawn).length + texts.length).toBe(sizeOf(data.root).nodes);
  });
});

describe("a tap", () => {
  /** What one tap sends to the page it was made on, and how it ended. */
  async function cost(realm: WeappRealm, label: string) {
    const page = realm.stack.front();
    const before = realm.stack.sent.length;
    tap(page, label);
    await realm.settle();
    const sent = realm.stack.sent.slice(before).filter((one) => one.page === page.route);
    return { calls: sent.length, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0) };
  }
  const expectCheap = ({ calls, bytes }: { calls: number; bytes: number }) => {
    expect(calls).toBeLessThanOrEqual(TAP.calls);
    expect(bytes).toBeLessThanOrEqual(TAP.bytes);
  };

  test("P-F5: that books", async () => {
    const realm = await open("menu");
    tap(realm.stack.front(), "订这份");
    await realm.settle();
    const paid = await cost(realm, "确定");
    expect(realm.stack.front().route).toBe("domains/meals/pages/booking/index");
    expectCheap(paid);
    realm.close();
  });

  test("P-F5: that cancels", async () => {
    const realm = await open("booking");
    tap(realm.stack.front(), "取消这一餐");
    await realm.settle();
    expect(JSON.stringify(realm.stack.front().data)).toContain("不取消，留着");
    const paid = await cost(realm, "取消这一餐");
    expect(JSON.stringify(realm.stack.front().data)).toContain("您取消了");
    expectCheap(paid);
    realm.close();
  });
});
