import type { WxOption } from "./weapp-abilities";
import type { PageStack } from "./weapp-pages";

interface Option {
  readonly url?: string;
  readonly success?: (result: object) => void;
}

/** The documented `wx` functions that the app uses. Anything else is undefined and so shows at once. */
export function phoneAbilities(stack: PageStack, storage: ReadonlyMap<string, unknown>) {
  const memory = new Map(storage);
  const done = (option?: Option) => option?.success?.({ errMsg: "ok" });
  const go = (before: () => void) => (option: Option) => {
    before();
    stack.open(option.url ?? "");
    done(option);
  };
  const leaveAll = () => {
    while (stack.pages.length > 0) stack.leave();
  };
  const leave = () => stack.leave();
  const nothing = () => undefined;
  return {
    request: (_: WxOption): unknown => undefined,
    canIUse: () => true,
    nextTick: (act: () => void) => queueMicrotask(act),
    getStorageSync: (name: string) => memory.get(name) ?? "",
    setStorageSync: (name: string, value: unknown) => void memory.set(name, structuredClone(value)),
    removeStorageSync: (name: string) => void memory.delete(name),
    getAppBaseInfo: () => ({ fontSizeScaleFactor: 1, SDKVersion: "3.5.0", language: "zh_CN" }),
    getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, statusBarHeight: 44, pixelRatio: 3 }),
    getDeviceInfo: () => ({ platform: "android", brand: "", model: "" }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 281, right: 368, width: 87, height: 32 }),
    getLaunchOptionsSync: () => ({ path: "", query: {} }),
    getEnterOptionsSync: () => ({ path: "", query: {} }),
    getNetworkType: (option: { success(result: object): void }) => option.success({ networkType: "wifi" }),
    onNetworkStatusChange: nothing,
    onNeedPrivacyAuthorization: nothing,
    openPrivacyContract: nothing,
    setNavigationBarTitle: done,
    makePhoneCall: done,
    getSetting: (option: { success(result: object): void }) => option.success({ authSetting: {} }),
    login: (option: { success(result: object): void }) => option.success({ code: "person-realm-1" }),
    checkSession: (option: { fail(result: object): void }) => option.fail({ errMsg: "checkSession:fail" }),
    navigateTo: go(nothing),
    redirectTo: go(leave),
    switchTab: go(leaveAll),
    reLaunch: go(leaveAll),
    navigateBack: (option: Option) => {
      leave();
      done(option);
    },
  };
}
