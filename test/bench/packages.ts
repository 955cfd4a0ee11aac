import { isH5Fresh, isWeappFresh } from "../../config/h5-build.js";
import { runQuietly } from "../../config/run-quietly.js";
import { h5FirstLoad, kilobytes, weappPackages } from "../../config/package-sizes.js";
import type { Figure } from "./figure";

/** Gates of performance.md, section 6. */
const MAIN_KB = 700;
const SUBPACKAGE_KB = 400;
const FIRST_LOAD_KB = 220;

/** Whether both builds in `dist/` are those of the sources that are here. */
const areFresh = (): boolean => isH5Fresh() && isWeappFresh();

/**
 * Builds for both platforms what is not built from these sources.
 * @throws Error with what the build said when it fails
 */
export async function buildPackages(): Promise<void> {
  for (const [target, isFresh] of [
    ["weapp", isWeappFresh],
    ["h5", isH5Fresh],
  ] as const) {
    if (isFresh()) continue;
    const { passed, output } = await runQuietly(process.execPath, ["config/build.js", target]);
    if (!passed) throw new Error(`The ${target} build failed:\n${output}`);
  }
}

/** Sizes of both builds as they lie in `dist/`; none while one of them is older than its sources. */
export function measurePackages(): Figure[] {
  if (!areFresh()) return [];
  const packages = [...weappPackages()].map(([name, bytes]) =>
    name === ""
      ? { id: "P-F1", what: "weapp main package", values: [kilobytes(bytes)], unit: "KB", limit: MAIN_KB }
      : { id: "P-F2", what: `weapp ${name}`, values: [kilobytes(bytes)], unit: "KB", limit: SUBPACKAGE_KB },
  );
  const firstLoad = { values: [kilobytes(h5FirstLoad().bytes)], unit: "KB", limit: FIRST_LOAD_KB };
  return [...packages, { id: "P-F9", what: "H5 first load, gzip", ...firstLoad }];
}
