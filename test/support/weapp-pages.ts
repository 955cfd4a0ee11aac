import type { PageData } from "./weapp-tree";
import { applyChange } from "./weapp-tree";

/** What one `setData` sent from the script to the screen. */
export interface SetData {
  readonly page: string;
  readonly keys: readonly string[];
  readonly bytes: number;
  /** When, by the computer's running clock. */
  readonly at: number;
  /** The whole page as it stood afterwards. */
  readonly after: PageData;
}

/** What a built page hands to `Page`. */
export interface PageScript {
  data?: PageData;
  onLoad?(parameters: object): void;
  onShow?(): void;
  onReady?(): void;
  onUnload?(): void;
  /** Taro's one handler of every event. */
  eh?(event: object): void;
}

export interface RealmPage extends PageScript {
  readonly route: string;
  data: PageData;
  setData(change: Record<string, unknown>, done?: () => void): void;
}

/** The pages that are open, the front one last, and all that was sent to them. */
export class PageStack {
  readonly sent: SetData[] = [];
  readonly pages: RealmPage[] = [];
  readonly #scriptOf: (route: string) => PageScript;

  constructor(scriptOf: (route: string) => PageScript) {
    this.#scriptOf = scriptOf;
  }

  open(url: string): void {
    const [route = "", query = ""] = url.replace(/^\//, "").split("?");
    const page = this.#create(route);
    this.pages.push(page);
    page.onLoad?.(Object.fromEntries(new URLSearchParams(query)));
    page.onShow?.();
    page.onReady?.();
  }

  leave(): void {
    this.pages.pop()?.onUnload?.();
  }

  front(): RealmPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error("no page is open");
    return page;
  }

  #create(route: string): RealmPage {
    const script = this.#scriptOf(route);
    const data = structuredClone(script.data ?? { root: { cn: [] } });
    const setData = (change: Record<string, unknown>, done?: () => void) => {
      for (const [path, value] of Object.entries(change)) applyChange(data, path, structuredClone(value));
      const bytes = Buffer.byteLength(JSON.stringify(change));
      this.sent.push({
        page: route,
        keys: Object.keys(change),
        bytes,
        at: performance.now(),
        after: structuredClone(data),
      });
      queueMicrotask(() => done?.());
    };
    return { ...script, route, data, setData };
  }
}
