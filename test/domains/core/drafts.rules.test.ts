import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";

/** What the phone remembers, in place of its storage. */
const memory = new Map<string, unknown>();
jest.unstable_mockModule("@tarojs/taro", () => ({
  default: {
    getStorageSync: (name: string) => memory.get(name) ?? "",
    setStorageSync: (name: string, value: unknown) => void memory.set(name, structuredClone(value)),
    removeStorageSync: (name: string) => void memory.delete(name),
    getStorageInfoSync: () => ({ keys: [...memory.keys()] }),
  },
}));
const { forgetDraft, keepDraft, keptDraft } = await import("@miniapp/core/drafts");
const { forgetCopies, forgetPastCopies } = await import("@miniapp/core/offline-copies");
const { noteServerTime } = await import("@miniapp/core/server-clock");

const START = Date.parse("2026-11-22T02:00:00Z");
const MINUTE_MS = 60_000;
const order = { dishId: "tofu", mode: "eat_in", isConfirming: true };

describe("a draft", () => {
  beforeEach(() => {
    memory.clear();
    jest.useFakeTimers({ now: START });
    noteServerTime(new Date(START).toUTCString());
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const after = (minutes: number) => jest.setSystemTime(START + minutes * MINUTE_MS);

  test("comes back within the hour, and not after it", () => {
    keepDraft("order", order);
    after(59);
    expect(keptDraft("order")).toEqual(order);
    after(60);
    expect(keptDraft("order")).toBeUndefined();
  });
  test("the hour begins anew with every change", () => {
    keepDraft("order", order);
    after(45);
    keepDraft("order", { ...order, mode: "pick_up" });
    after(90);
    expect(keptDraft("order")).toMatchObject({ mode: "pick_up" });
  });
  test("lasts an hour on a phone whose clock is ten minutes off, too", () => {
    noteServerTime(new Date(START + 10 * MINUTE_MS).toUTCString());
    keepDraft("order", order);
    after(59);
    expect(keptDraft("order")).toEqual(order);
    after(61);
    expect(keptDraft("order")).toBeUndefined();
  });
  test("is gone once it was sent; another one stays", () => {
    keepDraft("order", order);
    keepDraft("onboarding", { preferredName: "王阿姨" });
    forgetDraft("order");
    expect(keptDraft("order")).toBeUndefined();
    expect(keptDraft("onboarding")).toEqual({ preferredName: "王阿姨" });
  });
  test("nothing of it is left on the phone after signing out", () => {
    keepDraft("order", order);
    keepDraft("onboarding", { preferredName: "王阿姨" });
    forgetCopies();
    expect(memory.size).toBe(0);
  });
  test("one that is past is wiped when the app is opened, a younger one is not", () => {
    keepDraft("order", order);
    after(30);
    keepDraft("onboarding", { preferredName: "王阿姨" });
    after(61);
    forgetPastCopies();
    expect([...memory.keys()]).toHaveLength(1);
    expect(keptDraft("onboarding")).toBeDefined();
  });
});
