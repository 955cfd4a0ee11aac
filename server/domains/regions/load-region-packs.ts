import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { findInconsistencies } from "./check-pack";
import { assemblePack, packFiles, type PackContents, type PackFile, type RegionPack } from "./region-pack";

/** Says what is wrong with a value; without it zod/mini only says that something is. */
const inWords = z.locales.en().localeError;
const DEFAULT_FOLDER = fileURLToPath(new URL("../../../config/regions", import.meta.url));

/** A value of a pack that cannot be used. */
interface PackFault {
  /** Below the packs' folder: `xinxiang/pace.json`. */
  readonly file: string;
  /** In dots, empty for the whole file: `levels.0.name`. */
  readonly path: string;
  readonly reason: string;
}

/** The packs are not usable; the message names file, path and reason of every fault, one a line. */
export class RegionPackError extends Error {
  override readonly name = "RegionPackError";
  readonly faults: readonly PackFault[];

  constructor(faults: readonly PackFault[]) {
    super(faults.map(({ file, path, reason }) => `${[file, path].filter(Boolean).join(" ")}: ${reason}`).join("\n"));
    this.faults = faults;
  }
}

interface LoadOptions {
  /** Folder names of the cities to serve; empty: all that are there. */
  readonly names: readonly string[];
  readonly folder?: string;
}

/**
 * Reads and checks the region packs of the cities this server runs.
 * @throws RegionPackError with every fault of every file
 */
export function loadRegionPacks({ names, folder = DEFAULT_FOLDER }: LoadOptions): readonly RegionPack[] {
  const chosen = names.length > 0 ? names : foldersIn(folder);
  const faults: PackFault[] = chosen.length > 0 ? [] : [{ file: folder, path: "", reason: "holds no city" }];
  const packs = chosen.flatMap((name) => loadPack({ folder, name, faults }) ?? []);
  if (faults.length > 0) throw new RegionPackError(faults);
  return packs;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

interface PackPlace {
  readonly folder: string;
  readonly name: string;
  readonly faults: PackFault[];
}

function loadPack({ folder, name, faults }: PackPlace): RegionPack | undefined {
  const place = join(folder, name);
  if (!existsSync(place)) {
    faults.push({ file: name, path: "", reason: "there is no such city folder" });
    return undefined;
  }
  const before = faults.length;
  for (const file of readdirSync(place)) {
    if (!(file in packFiles)) faults.push({ file: `${name}/${file}`, path: "", reason: "no file of a region pack" });
  }
  const parsed = Object.fromEntries(
    Object.keys(packFiles).map((file) => [file, parseFile({ folder, name, faults, file: file as PackFile })]),
  );
  if (faults.length > before) return undefined;
  const files = parsed as unknown as PackContents;
  for (const { file, ...fault } of findInconsistencies({ folder: name, files }))
    faults.push({ file: `${name}/${file}`, ...fault });
  return assemblePack(files);
}

function parseFile({ folder, name, faults, file }: PackPlace & { readonly file: PackFile }): unknown {
  const label = `${name}/${file}`;
  const content = readJson(join(folder, name, file));
  if (content.fault !== undefined) {
    faults.push({ file: label, path: "", reason: content.fault });
    return undefined;
  }
  const result = z.safeParse<z.ZodMiniType>(packFiles[file], content.value, { error: inWords });
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues)
    faults.push({ file: label, path: path.join("."), reason: message });
  return undefined;
}

function readJson(path: string): { readonly value?: unknown; readonly fault?: string } {
  try {
    return { value: JSON.parse(readFileSync(path, "utf8")) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { fault: "the file is missing" };
    return { fault: error instanceof SyntaxError ? "the file is no JSON" : "the file cannot be read" };
  }
}
