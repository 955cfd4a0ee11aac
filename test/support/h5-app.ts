import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { root } from "../../config/aliases.js";
import { chromiumPath } from "./chromium";
import { ensureBuilt } from "./ensure-built";
import type { TestApp } from "./app";

/** Where the H5 app is built. */
export const H5_BUILD = join(root, "dist/h5");

/** Builds the H5 app unless it is there and newer than its sources; half a minute when it is not. */
export const ensureH5Built = (): Promise<void> => ensureBuilt("h5");

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The app at a real address, with a browser to use it. */
export interface Site {
  readonly address: string;
  /** A new phone, 375 × 812 unless told otherwise, without memory of others. */
  phone(options?: {
    width?: number;
    height?: number;
    textSize?: "compact" | "standard" | "large" | "largest";
  }): Promise<Phone>;
  close(): Promise<void>;
}

export interface Phone {
  readonly page: Page;
  /** What the page said on its console as an error, and faults nobody caught. */
  readonly faults: string[];
}

/** @param more further arguments of the browser, such as what its camera sees */
export async function openSite(app: TestApp, more: readonly string[] = []): Promise<Site> {
  const server = createServer(app.handler);
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: [...QUIET, ...more] });
  return {
    address,
    phone: (options) => newPhone({ browser, address, ...options }),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    },
  };
}

interface NewPhone {
  readonly browser: Browser;
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  readonly textSize?: string;
}

async function newPhone({
  browser,
  address,
  width = 375,
  height = 812,
  textSize = "standard",
}: NewPhone): Promise<Phone> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    // As the mock-ups are drawn.
    deviceScaleFactor: 1.5,
    locale: "zh-CN",
    baseURL: address,
  });
  await context.addInitScript((size) => {
    if (localStorage.getItem("yike.settings") === null)
      localStorage.setItem("yike.settings", JSON.stringify({ data: { textSize: size } }));
  }, textSize);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return { page, faults };
}
