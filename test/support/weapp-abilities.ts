import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WEAPP_BUILD } from "./weapp-build";

/** What a phone's `wx` has and the headless one lacks, as far as the app uses it. */
export interface Abilities {
  /** The code that WeChat hands out next. */
  loginCode(): string;
  /** Whether this phone has logged in to the app before, as WeChat remembers it. */
  hasWechatSession(): boolean;
  called(phoneNumber: string): void;
  /** Where the phone roughly is, GCJ-02; absent or null where its owner gave no leave. */
  surroundings?(): { readonly latitude: number; readonly longitude: number } | null;
}

/** Asks the app for consent as WeChat does; settles with the event that the app answers. */
export type AskConsent = () => Promise<{ event: string; buttonId?: string }>;

/** The `wx` of the headless realm, as far as it is changed. */
export interface HeadlessWx {
  /** Ours, put in by the lines before `app.js`. */
  readonly abilities: Map<string, (option: WxOption) => void>;
  readonly consentListeners: ((resolve: (answer: { event: string; buttonId?: string }) => void) => void)[];
  request: (option: WxOption) => unknown;
}
export interface WxOption {
  readonly url: string;
  readonly method: string;
  readonly header: Record<string, string>;
  readonly data?: unknown;
  readonly phoneNumber?: string;
  success(result: object): void;
  fail(result: object): void;
  complete?(result: object): void;
}

const NAMES = ["login", "checkSession", "makePhoneCall", "getFuzzyLocation"];
/** Taro lists what `wx` has as its first script runs, so these must be there before. */
const BEFORE_APP = `
wx.abilities = new Map();
for (const name of ${JSON.stringify(NAMES)}) wx[name] = (option) => wx.abilities.get(name)(option);
wx.consentListeners = [];
wx.onNeedPrivacyAuthorization = (listener) => { wx.consentListeners.push(listener); };
wx.openPrivacyContract = () => undefined;
const listed = wx.canIUse;
wx.canIUse = (name) => name in wx || listed(name);
`;

/** A copy of the build in a folder of its own, with the missing abilities before its first script. */
export function buildWithAbilities(): string {
  const folder = mkdtempSync(join(tmpdir(), "yike-weapp-"));
  cpSync(WEAPP_BUILD, folder, { recursive: true });
  const app = join(folder, "app.js");
  writeFileSync(app, `${BEFORE_APP}${readFileSync(app, "utf8")}`);
  return folder;
}

export function giveAbilities(wx: HeadlessWx, phone: Abilities): AskConsent {
  wx.abilities.set("login", (option) => option.success({ code: phone.loginCode(), errMsg: "login:ok" }));
  wx.abilities.set("checkSession", (option) =>
    phone.hasWechatSession() ? option.success({}) : option.fail({ errMsg: "checkSession:fail session is invalid" }),
  );
  wx.abilities.set("makePhoneCall", (option) => {
    phone.called(option.phoneNumber ?? "");
    option.success({});
  });
  const askConsent: AskConsent = () =>
    new Promise((resolve) => wx.consentListeners.forEach((listener) => listener(resolve)));
  wx.abilities.set("getFuzzyLocation", (option) => {
    void askConsent().then(({ event }) => {
      const place = event === "agree" ? phone.surroundings?.() : null;
      if (place) option.success({ ...place, errMsg: "getFuzzyLocation:ok" });
      else option.fail({ errMsg: "getFuzzyLocation:fail auth deny" });
    });
  });
  return askConsent;
}
