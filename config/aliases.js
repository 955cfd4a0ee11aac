import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { paths } = JSON.parse(readFileSync(resolve(root, "tsconfig.json"), "utf8")).compilerOptions;

/** `tsconfig.json`'s path aliases as `{ "@shared": "<root>/shared", ... }`, for Taro's `alias`. */
export const aliases = Object.fromEntries(
  Object.entries(paths).map(([pattern, [target]]) => [
    pattern.replace("/*", ""),
    resolve(root, target.replace("/*", "")),
  ]),
);

/** The same aliases as jest's `moduleNameMapper`. */
export const jestModuleNames = Object.fromEntries(
  Object.entries(aliases).map(([alias, folder]) => [`^${alias}/(.*)$`, `${folder}/$1`]),
);
