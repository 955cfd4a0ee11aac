import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../config/aliases.js";
import { h5FirstLoad, kilobytes, weappPackages } from "../../config/package-sizes.js";

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

/**
 * Sizes of both builds as they lie in `dist/`.
 * @throws Error when a build is missing
 */
export function measurePackages(): Figure[] {
  for (const [file, command] of [
    ["dist/weapp/app.json", "build:weapp"],
    ["dist/h5/index.html", "build:h5"],
  ] as const) {
    if (!existsSync(join(root, file))) throw new Error(`There is no build to measure: npm run ${command}`);
  }
  const packages = [...weappPackages()].map(([name, bytes]) =>
    name === ""
      ? { id: "P-F1", what: "weapp main package", kilobytes: kilobytes(bytes), gate: MAIN_KB }
      : { id: "P-F2", what: `weapp ${name}`, kilobytes: kilobytes(bytes), gate: SUBPACKAGE_KB },
  );
  const firstLoad = kilobytes(h5FirstLoad().bytes);
  return [...packages, { id: "P-F9", what: "H5 first load, gzip", kilobytes: firstLoad, gate: FIRST_LOAD_KB }];
}
