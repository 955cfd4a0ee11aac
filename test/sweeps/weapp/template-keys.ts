import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What Taro itself needs: children, kind and name of an element. */
const OF_TARO = ["cn", "nn", "sid", "uid"];

/** The short names that each kind of element reads in `base.wxml`, whatever its depth. */
export function keysOfTemplates(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const source = readFileSync(join(folder, "base.wxml"), "utf8");
  const used = new Map<string, Set<string>>();
  for (const [, kind = "", body = ""] of source.matchAll(
    /<template name="tmpl_\d+_(\w+?)(?:_\w+)?">(.*?)<\/template>/gs,
  )) {
    const keys = used.get(kind) ?? new Set(OF_TARO);
    for (const [, key = ""] of body.matchAll(/\bi\.(\w+)/g)) keys.add(key);
    used.set(kind, keys);
  }
  return used;
}

/** The short name of `aria-label` on a control. */
export function labelKey(folder: string): string {
  const view = /aria-label="\{\{i\.(\w+)/.exec(readFileSync(join(folder, "base.wxml"), "utf8"));
  if (!view?.[1]) throw new Error("base.wxml has no aria-label");
  return view[1];
}
