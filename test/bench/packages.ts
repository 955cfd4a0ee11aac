import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../config/aliases.js";
import { routes } from "@miniapp/domains/index";

/** One measured size with the gate of performance.md, section 6. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly kilobytes: number;
  readonly gate: number;
}

const MAIN_KB = 700;
const SUBPACKAGE_KB = 400;
const FIRST_LOAD_KB = 220;

const WEAPP = join(root, "dist/weapp");
const H5 = join(root, "dist/h5");

/**
 * Sizes of both builds as they lie in `dist/`.
 * @throws Error when a build is missing
 */
export function measurePackages(): Figure[] {
  for (const [folder, command] of [
    [WEAPP, "build:weapp"],
    [H5, "build:h5"],
  ] as const) {
    if (!existsSync(folder)) throw new Error(`There is no build to measure: npm run ${command}`);
  }
  const roots = routes.map((route) => route.root);
  const inSubpackage = (path: string) => roots.some((folder) => path.startsWith(`${join(WEAPP, folder)}/`));
  const main = filesBelow(WEAPP).filter((path) => !inSubpackage(path));
  return [
    { id: "P-F1", what: "weapp main package", kilobytes: kilobytesOf(main), gate: MAIN_KB },
    ...roots.map((folder) => ({
      id: "P-F2",
      what: `weapp ${folder}`,
      kilobytes: kilobytesOf(filesBelow(join(WEAPP, folder))),
      gate: SUBPACKAGE_KB,
    })),
    { id: "P-F9", what: "H5 first load, gzip", kilobytes: firstLoad(), gate: FIRST_LOAD_KB },
  ];
}

/** What every page waits for, compressed: what `index.html` names, and the chunk that all pages share. */
function firstLoad(): number {
  const html = readFileSync(join(H5, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, path]) => join(H5, path ?? ""));
  const shared = filesBelow(join(H5, "js")).filter((path) => path.includes("/js/pieces."));
  return Math.round([...named, ...shared].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0) / 1024);
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith(".LICENSE.txt"));

const kilobytesOf = (paths: readonly string[]): number =>
  Math.round(paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1024);
