import { listSubtree, type PlacedRegion } from "@server/domains/regions/index";
import { notUnderstood, understood, type Understood } from "./import-row";

const SEPARATORS = /[\s/、，,>-]+/u;

/** The regions of an office, by their names. */
export interface RegionNames {
  /** "文化街街道 春风社区", with or without what lies above; a reason where that is no region of the office's. */
  read(written: string): Understood<PlacedRegion>;
}

/**
 * All regions below an office's, found by their names. A level may be left out where the name below it is the only one;
 * a name below another region than the one before it is an error, not a guess.
 */
export async function openRegionNames(office: PlacedRegion): Promise<RegionNames> {
  const tree = await listSubtree(office);
  const named = new Map<string, PlacedRegion[]>();
  for (const region of tree) named.set(region.name, [...(named.get(region.name) ?? []), region]);
  const above = new Set(office.path.map(({ name }) => name));
  return {
    read: (written) => {
      const names = written.normalize("NFC").split(SEPARATORS).filter(Boolean);
      while (names.length > 0 && above.has(names[0] ?? "")) names.shift();
      return names.reduce<Understood<PlacedRegion>>(
        (upper, name) => ("value" in upper ? below({ upper: upper.value, name, named }) : upper),
        understood(office),
      );
    },
  };
}

interface Step {
  readonly upper: PlacedRegion;
  readonly name: string;
  readonly named: ReadonlyMap<string, readonly PlacedRegion[]>;
}

function below({ upper, name, named }: Step): Understood<PlacedRegion> {
  const all = named.get(name) ?? [];
  const inside = all.filter(({ path }) => path.slice(0, -1).some(({ id }) => id === upper.id));
  const [child, another] = inside.filter(({ parentId }) => parentId === upper.id);
  if (child && !another) return understood(child);
  const [only, second] = inside;
  if (only && !second) return understood(only);
  if (only) return notUnderstood(`${upper.name}里不止一个“${name}”，请把上一级也写上`);
  const [elsewhere] = all;
  const parent = elsewhere?.path.at(-2);
  if (parent) return notUnderstood(`“${name}”不在“${upper.name}”下面，在“${parent.name}”下面`);
  return notUnderstood(`${upper.name}里没有“${name.slice(0, 20)}”`);
}
