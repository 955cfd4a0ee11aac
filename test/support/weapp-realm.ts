import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createContext, runInContext, type Context } from "node:vm";
import { PageStack, type PageScript } from "./weapp-pages";
import { pipeRequests } from "./weapp-requests";
import { phoneAbilities } from "./weapp-wx";

/** The built scripts in a realm with nothing but the language, timers and what WeChat documents. */
export interface WeappRealm {
  readonly stack: PageStack;
  /** When its first script began, by the computer's running clock. */
  readonly startedAt: number;
  readonly requests: ReturnType<typeof pipeRequests>["asked"];
  /** Waits until every request is answered, nothing is on its way and the screen has been still for a while. */
  settle(): Promise<void>;
  close(): void;
}

interface RealmOptions {
  /** Of the real server. */
  readonly address: string;
  /** The page to open first, such as `tabs/home/index?x=1`. */
  readonly first: string;
  /** What the phone remembers from before. */
  readonly storage: ReadonlyMap<string, unknown>;
  /** Folder of the built app. */
  readonly build: string;
  /** What the phone's clock shows at first, epoch milliseconds. */
  readonly now: number;
}

const STILL_MS = 80;
/** What a screen says of itself, as data, while it waits for what it is opened for; of a part of it that still comes it says more. */
export const WAITING = '"正在打开"';
/** How either begins: nothing is settled before all of it came, on however busy a machine. */
const COMING = '"正在打开';
const WAITS_AT_MOST_MS = 20_000;

/** Starts the app and opens a page. */
export function openRealm({ address, first, storage, build, now }: RealmOptions): WeappRealm {
  const scripts = new Map<string, PageScript>();
  let loading = "";
  const stack = new PageStack((route) => {
    loading = route;
    load(join(build, `${route}.js`));
    return scripts.get(route) ?? {};
  });
  const wx = phoneAbilities(stack, storage);
  const { asked, waiting } = pipeRequests(wx, address);
  const { timers, ...clock } = ownTimers();
  const realm = createContext(
    {
      wx,
      console,
      ...clock,
      App: (script: { onLaunch?(options: object): void }) => script.onLaunch?.({ path: first, query: {} }),
      Page: (script: PageScript) => void scripts.set(loading, script),
      Component: () => undefined,
      getApp: () => ({}),
      getCurrentPages: () => [...stack.pages],
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  // Neither is dependable on phones.
  runInContext("delete globalThis.Intl; delete globalThis.WebAssembly;", realm);
  setClock(realm, now);
  const load = loader(realm);
  const startedAt = performance.now();
  load(join(build, "app.js"));
  stack.open(first);
  const settle = async () => {
    const end = performance.now() + WAITS_AT_MOST_MS;
    // On a busy machine the first picture of a page may itself be long in coming.
    const isOpening = () =>
      performance.now() < end && (stack.sent.length === 0 || JSON.stringify(stack.front().data).includes(COMING));
    for (let before = -1; before !== stack.sent.length || waiting() > 0 || isOpening(); await sleep(STILL_MS)) {
      before = stack.sent.length;
    }
  };
  return { stack, startedAt, requests: asked, settle, close: () => timers.forEach((timer) => clearTimeout(timer)) };
}

/** The phone's clock goes on from an instant, whatever day it is for the computer. */
function setClock(realm: Context, now: number): void {
  const set = runInContext(
    `(ahead) => {
      globalThis.Date = class extends Date {
        constructor(...given) { given.length === 0 ? super(new.target.now()) : super(...given); }
        static now() { return super.now() + ahead; }
      };
    }`,
    realm,
  ) as (aheadMs: number) => void;
  set(now - Date.now());
}

/** Timers that end with the realm. */
function ownTimers() {
  const timers = new Set<NodeJS.Timeout>();
  const keep = (timer: NodeJS.Timeout) => {
    timers.add(timer);
    return timer;
  };
  return {
    timers,
    setTimeout: (act: () => void, ms: number) => keep(setTimeout(act, ms)),
    setInterval: (act: () => void, ms: number) => keep(setInterval(act, ms)),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
  };
}

/** CommonJS as WeChat has it: relative paths, `.js` left out, each file once. */
function loader(realm: Context): (path: string) => void {
  const loaded = new Map<string, { exports: object }>();
  const load = (path: string): object => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const source = `(function (module, exports, require) {${readFileSync(path, "utf8")}\n})`;
    const run = runInContext(source, realm, { filename: path }) as (...given: unknown[]) => void;
    run(module, module.exports, (name: string) => load(resolve(dirname(path), `${name.replace(/\.js$/, "")}.js`)));
    return module.exports;
  };
  return load;
}
