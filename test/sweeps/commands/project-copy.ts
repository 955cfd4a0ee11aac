import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runNode } from "./command";

const ROOT = resolve(import.meta.dirname, "../../..");
const PRETENCE = `
  import { mkdirSync, writeFileSync } from "node:fs";
  import { beginH5Build } from "./config/h5-build.js";
  const recordBuild = beginH5Build();
  mkdirSync("dist/h5", { recursive: true });
  writeFileSync("dist/h5/index.html", "<title>Yike</title>");
  recordBuild();`;
const FILES = ["package.json", "package-lock.json", "tsconfig.json", ".npmrc"];

export interface ProjectCopy {
  root: string;
  path(...names: string[]): string;
  /** Puts a page where the H5 build would be and records it as built from these sources. */
  pretendH5Build(): Promise<void>;
  remove(): void;
}

/** A copy of some of the project's folders in a temporary folder, with the packages of this one. */
export function copyProject(folders: readonly string[]): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), "yike-copy-"));
  const path = (...names: string[]) => resolve(root, ...names);
  for (const name of [...FILES, ...folders]) cpSync(resolve(ROOT, name), path(name), { recursive: true });
  symlinkSync(resolve(ROOT, "node_modules"), path("node_modules"));
  return {
    root,
    path,
    pretendH5Build: async () => {
      await runNode(["--input-type=module", "--eval", PRETENCE], { cwd: root }).ended;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
