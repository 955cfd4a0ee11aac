import { LRUCache } from "lru-cache";
import type { ServiceDate } from "@shared/core/primitives";
import { toPosition, type Position } from "@server/core/geo-point";
import { RegionModel, type RegionDocument } from "./region.model";
import type { Pace } from "./pack/circle";
import type { RegionPack } from "./region-pack";

/** One place in the tree, from a pack or from the database. */
export interface RegionNode {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly position: Position | null;
  readonly isDemo: boolean;
}

/** A place with all above it; where its own position is unknown, that of the nearest seat above stands for it. */
export interface PlacedRegion extends RegionNode {
  readonly cityId: string;
  /** From the city down, this region last. */
  readonly path: readonly RegionNode[];
  readonly levelName: string;
  readonly isCommunity: boolean;
  readonly pace: Pace;
  /** Days on which the whole city's care points are closed, from its pack. */
  readonly closedDays: readonly ServiceDate[];
}

const KEPT_MS = 60_000;
const packs = new Map<string, RegionPack>();
const listed = new Map<string, RegionNode>();
/** Regions of the database, so that hot paths need no command to know where a community lies. */
const added = new LRUCache<string, RegionNode>({ max: 10_000, ttl: KEPT_MS });

/** Makes these the packs of this process; done once at boot. */
export function openRegionPacks(loaded: readonly RegionPack[]): void {
  packs.clear();
  listed.clear();
  added.clear();
  for (const pack of loaded) {
    const { id, name } = pack.city;
    packs.set(id, pack);
    listed.set(id, { id, name, parentId: null, position: null, isDemo: false });
    for (const region of pack.regions) {
      listed.set(region.id, {
        id: region.id,
        name: region.name,
        parentId: region.parentId,
        position: region.seat,
        isDemo: false,
      });
    }
  }
}

/** The cities this server runs. */
export const cities = (): readonly RegionNode[] => [...packs.keys()].flatMap((id) => listed.get(id) ?? []);

/** All that the pack of a region's city says. @throws Error when the city is not run here; a placed region's city is */
export function packOf({ cityId }: Pick<PlacedRegion, "cityId">): RegionPack {
  const pack = packs.get(cityId);
  if (!pack) throw new Error(`no pack of "${cityId}" is open`);
  return pack;
}

/** The packs of the cities that this server runs. */
export const openedPacks = (): readonly RegionPack[] => [...packs.values()];

/** The regions that packs list below one. */
export const listedBelow = (parentId: string): readonly RegionNode[] =>
  [...listed.values()].filter((region) => region.parentId === parentId);

/** A region of the tree; null when there is none by this id or its city is not run here. */
export async function findRegion(id: string): Promise<PlacedRegion | null> {
  const path = await pathTo(id);
  const [city] = path;
  const region = path.at(-1);
  const pack = city && packs.get(city.id);
  if (!region || !pack) return null;
  return place({ region, path, pack });
}

/** A region below another one that is placed already. */
export const placeBelow = ({ above, region }: { above: PlacedRegion; region: RegionNode }): PlacedRegion | null => {
  const pack = packs.get(above.cityId);
  return pack ? place({ region, path: [...above.path, region], pack }) : null;
};

interface Placing {
  readonly region: RegionNode;
  readonly path: readonly RegionNode[];
  readonly pack: RegionPack;
}

function place({ region, path, pack }: Placing): PlacedRegion | null {
  const level = pack.city.levels[path.length - 1];
  if (!level) return null;
  return {
    ...region,
    position: nearestPosition(path),
    cityId: pack.city.id,
    path,
    levelName: level.name,
    isCommunity: level.role === "community",
    pace: pack.pace,
    closedDays: pack.calendar.closedDays,
  };
}

const nearestPosition = (path: readonly RegionNode[]): Position | null =>
  path.reduce<Position | null>((nearest, { position }) => position ?? nearest, null);

async function pathTo(id: string): Promise<RegionNode[]> {
  const path: RegionNode[] = [];
  for (let next: string | null = id; next !== null;) {
    const node: RegionNode | undefined = await findNode(next);
    // A loop in the database must not hold a request for ever.
    if (!node || path.includes(node)) return [];
    path.unshift(node);
    next = node.parentId;
  }
  return path;
}

async function findNode(id: string): Promise<RegionNode | undefined> {
  const known = listed.get(id) ?? added.get(id);
  if (known) return known;
  const document = await RegionModel.findById(id).lean<RegionDocument>();
  if (!document) return undefined;
  const node = toNode(document);
  added.set(id, node);
  return node;
}

export const toNode = ({ _id, name, parentId, position, isDemo }: RegionDocument): RegionNode => ({
  id: _id,
  name,
  parentId,
  position: position && toPosition(position),
  isDemo,
});

/** Names of the district and of the region itself: "红旗区 春风社区". */
export function labelOf({ path, cityId }: PlacedRegion): string {
  const levels = packs.get(cityId)?.city.levels ?? [];
  return path
    .filter((_, depth) => levels[depth]?.role !== undefined)
    .map(({ name }) => name)
    .join(" ");
}

/** The district above a region, or itself: as far as a care point's staff reach. Null for a region above districts. */
export function districtOf({ path, cityId }: PlacedRegion): string | null {
  const levels = packs.get(cityId)?.city.levels ?? [];
  return path[levels.findIndex(({ role }) => role === "district")]?.id ?? null;
}

/** The districts of a city, the city itself where it is one; as its pack lists them. */
export function districtsOf({ cityId }: Pick<PlacedRegion, "cityId">): readonly RegionNode[] {
  const levels = packs.get(cityId)?.city.levels ?? [];
  let found: readonly RegionNode[] = cities().filter(({ id }) => id === cityId);
  for (let depth = levels.findIndex(({ role }) => role === "district"); depth > 0; depth -= 1)
    found = found.flatMap(({ id }) => listedBelow(id));
  return found;
}
