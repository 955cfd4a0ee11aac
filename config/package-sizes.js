import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./aliases.js";

/**
 * Bytes of each package of `dist/weapp`, as WeChat counts them: the main one under "", the others under their roots.
 * @returns {Map<string, number>}
 */
export function weappPackages() {
  const folder = resolve(root, "dist/weapp");
  /** @type {{ subPackages: { root: string }[] }} */
  const { subPackages } = JSON.parse(readFileSync(join(folder, "app.json"), "utf8"));
  const roots = subPackages.map((one) => one.root);
  const sizes = new Map(["", ...roots].map((name) => [name, 0]));
  for (const path of shipped(folder)) {
    const name = roots.find((one) => path.startsWith(`${one}/`)) ?? "";
    sizes.set(name, (sizes.get(name) ?? 0) + statSync(join(folder, path)).size);
  }
  return sizes;
}

/**
 * What every page of `dist/h5` waits for: what `index.html` names, and the chunk that all pages share.
 * @returns {{ files: string[], bytes: number }} bytes gzipped
 */
export function h5FirstLoad() {
  const folder = resolve(root, "dist/h5");
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const files = shipped(folder).filter((path) => html.includes(`/${path}"`) || path.startsWith("js/pieces."));
  const bytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
  return { files, bytes };
}

/** Files that are sent to a phone, from the folder, with `/`. @param {string} folder @returns {string[]} */
function shipped(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((path) => statSync(join(folder, path)).isFile() && !/\.(map|LICENSE\.txt)$/.test(path));
}

/** @param {number} bytes @returns {number} */
export const kilobytes = (bytes) => Math.round(bytes / 1024);
