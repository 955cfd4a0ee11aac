import type { PackContents, PackFile } from "./region-pack";

/** What one file says and another does not bear out. */
export interface Inconsistency {
  readonly file: PackFile;
  /** In dots: `targets.0.source`. */
  readonly path: string;
  readonly reason: string;
}

type Say = (path: string, reason: string) => void;
type Depths = ReadonlyMap<string, number>;

/**
 * What no single value shows: ids that stand twice, parents that are not there, a tree deeper than its levels, labels of
 * papers, levels, figures and counties that another part of the pack does not know.
 * @param folder the pack's own, which its id must repeat
 */
export function findInconsistencies({ folder, files }: { folder: string; files: PackContents }): Inconsistency[] {
  const found: Inconsistency[] = [];
  const about =
    (file: PackFile): Say =>
    (path, reason) =>
      void found.push({ file, path, reason });
  if (files["city.json"].id !== folder) about("city.json")("id", `must be "${folder}", its folder`);
  const depths = checkTree(files, about("regions.json"));
  // What refers to a tree that does not hold together would be said amiss many times over.
  if (found.some(({ file }) => file === "regions.json")) return found;
  checkTargets(files, depths, about("targets.json"));
  checkNetwork(files, about("network.json"));
  checkCircle(files, about("circle.json"));
  checkOffices(files, depths, about("offices.json"));
  return found;
}

/** @returns how deep each region lies, the city at 0 */
function checkTree({ "city.json": city, "regions.json": { regions } }: PackContents, say: Say): Depths {
  const depths = new Map([[city.id, 0]]);
  regions.forEach(({ id, parentId }, index) => {
    const field = (name: string) => `regions.${index}.${name}`;
    const depth = depths.get(parentId);
    if (!id.startsWith(`${city.id}-`)) say(field("id"), `must begin with "${city.id}-"`);
    if (depths.has(id)) say(field("id"), `"${id}" stands twice`);
    if (depth === undefined) say(field("parentId"), `"${parentId}" is not listed above it`);
    else if (depth + 1 >= city.levels.length) say(field("parentId"), `lies below the last level of "${city.name}"`);
    depths.set(id, (depth ?? 0) + 1);
  });
  return depths;
}

function checkTargets({ "targets.json": { sources, targets } }: PackContents, depths: Depths, say: Say): void {
  const seen = new Set<string>();
  targets.forEach(({ indicator, source, regionId, period }, index) => {
    const row = `${indicator} ${regionId ?? ""} ${period ?? ""}`;
    if (seen.has(row)) say(`targets.${index}.indicator`, `"${indicator}" stands twice`);
    seen.add(row);
    sayUnknownSource(sources, source, (reason) => say(`targets.${index}.source`, reason));
    if (regionId !== undefined && !depths.has(regionId))
      say(`targets.${index}.regionId`, `there is no region "${regionId}"`);
  });
}

function checkNetwork(files: PackContents, say: Say): void {
  const { sources, requirements } = files["network.json"];
  const indicators = files["targets.json"].targets.map(({ indicator }) => indicator);
  requirements.forEach(({ level, source, indicator }, index) => {
    sayUnknownLevel(files, level, (reason) => say(`requirements.${index}.level`, reason));
    sayUnknownSource(sources, source, (reason) => say(`requirements.${index}.source`, reason));
    if (indicator !== undefined && !indicators.includes(indicator))
      say(`requirements.${index}.indicator`, `there is no target "${indicator}"`);
  });
}

function checkCircle({ "circle.json": { sources, circle } }: PackContents, say: Say): void {
  sayUnknownSource(sources, circle.source, (reason) => say("circle.source", reason));
  circle.services.forEach(({ source }, index) =>
    sayUnknownSource(sources, source, (reason) => say(`circle.services.${index}.source`, reason)),
  );
}

function checkOffices(files: PackContents, depths: Depths, say: Say): void {
  const { levels } = files["city.json"];
  const { sources, verifyingLevel, offices, guidanceCentres } = files["offices.json"];
  const districtDepth = levels.findIndex(({ role }) => role === "district");
  if (levels[districtDepth]?.name !== verifyingLevel) say("verifyingLevel", "must be the name of the district level");
  offices.forEach(({ level, source }, index) => {
    sayUnknownLevel(files, level, (reason) => say(`offices.${index}.level`, reason));
    sayUnknownSource(sources, source, (reason) => say(`offices.${index}.source`, reason));
  });
  const listed = guidanceCentres.map(({ regionId }) => regionId);
  listed.forEach((id, index) => {
    if (depths.get(id) !== districtDepth) say(`guidanceCentres.${index}.regionId`, `"${id}" is no district`);
    if (listed.indexOf(id) !== index) say(`guidanceCentres.${index}.regionId`, `"${id}" stands twice`);
  });
  for (const [id, depth] of depths)
    if (depth === districtDepth && !listed.includes(id)) say("guidanceCentres", `"${id}" is missing`);
}

function sayUnknownSource(
  sources: readonly { readonly label: string }[],
  label: string,
  say: (reason: string) => void,
) {
  if (!sources.some((source) => source.label === label)) say(`no source is labelled "${label}"`);
}

function sayUnknownLevel({ "city.json": city }: PackContents, name: string, say: (reason: string) => void) {
  if (!city.levels.some((level) => level.name === name)) say(`"${name}" is no level of "${city.name}"`);
}
