import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe } from "@jest/globals";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser's program: `CHROMIUM_PATH`, else the first found on the `PATH`; undefined when there is none. */
export const chromiumPath: string | undefined = findChromium();

/** A `describe` for tests that need Chromium: skipped with a sentence when it is missing, but run (and so failed) when CI is set. */
export function describeInChromium(title: string, body: () => void): void {
  if (chromiumPath !== undefined || process.env["CI"]) describe(title, body);
  else describe.skip(`${title} [skipped: Chromium is not installed; set CHROMIUM_PATH or install it]`, body);
}

function findChromium(): string | undefined {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) return chosen;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...MAC].find((path) => existsSync(path));
}
