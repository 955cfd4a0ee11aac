import { toGeoPoint, type Position } from "@server/core/geo-point";
import { buildRegions, openedPacks } from "@server/domains/regions/index";
import { placeNear } from "./place-near";

type Pack = ReturnType<typeof openedPacks>[number];
type Built = Parameters<typeof buildRegions>[0][number];

/** How many are invented below each region: enough that a picker has something to choose from. */
const BELOW_EACH = 2;
/** From the middle of the region above: a township is a ride away, a community a walk. */
const AWAY_METRES = { township: 3_000, community: 700 } as const;
const STEMS = {
  township: ["和顺", "永宁", "长乐", "清源", "丰泽", "康宁", "青禾", "云溪", "柳林", "石桥", "兴安", "明湖", "松岭"],
  community: ["新风", "向阳", "东升", "桃园", "槐荫", "竹林", "枣园", "梅园", "荷塘", "泉水", "银杏", "麦香", "望春"],
} as const;

/**
 * Writes townships and communities that the demo invents below each region at which a pack ends, by the pack's own
 * levels: nobody published the real ones. The same every time.
 * @param except regions of packs below which the demo invents others
 */
export async function buildDemoRegions({ except }: { readonly except: ReadonlySet<string> }): Promise<void> {
  await buildRegions(openedPacks().flatMap((pack) => inventFor(pack, except)));
}

function inventFor({ city, regions }: Pack, except: ReadonlySet<string>): Built[] {
  const depths = new Map([[city.id, 0]]);
  for (const { id, parentId } of regions) depths.set(id, (depths.get(parentId) ?? 0) + 1);
  const parents = new Set(regions.map(({ parentId }) => parentId));
  const ends = regions.filter(({ id }) => !parents.has(id) && !except.has(id));
  return ends.flatMap(({ id, name, seat }, index) => {
    return inventBelow({
      id,
      name,
      position: seat,
      depth: depths.get(id) ?? 0,
      turn: index,
      last: city.levels.length - 1,
    });
  });
}

interface Above {
  readonly id: string;
  readonly name: string;
  readonly position: Position | null;
  readonly depth: number;
  /** Which of its neighbours it is; turns names and bearings, so that no two look alike. */
  readonly turn: number;
  /** The depth of communities. */
  readonly last: number;
}

function inventBelow(above: Above): Built[] {
  if (above.depth >= above.last) return [];
  const kind = above.depth + 1 === above.last ? "community" : "township";
  return Array.from({ length: BELOW_EACH }, (_, index) => {
    const turn = above.turn * BELOW_EACH + index;
    const id = `${above.id.startsWith("demo-") ? "" : "demo-"}${above.id}-${index + 1}`;
    const stem = STEMS[kind][turn % STEMS[kind].length] ?? "";
    const name = `${stem}${endingBelow({ name: above.name, kind })}`;
    const position = above.position && placeNear({ from: above.position, metres: AWAY_METRES[kind], turn });
    const region: Built = {
      _id: id,
      name,
      parentId: above.id,
      position: position && toGeoPoint(position),
      isDemo: true,
    };
    return [region, ...inventBelow({ ...above, id, name, position, depth: above.depth + 1, turn })];
  }).flat();
}

/** Towns have streets and their communities, the country has townships and villages. */
function endingBelow({ name, kind }: { name: string; kind: keyof typeof STEMS }): string {
  if (kind === "township") return name.endsWith("区") ? "街道" : "镇";
  return name.endsWith("街道") ? "社区" : "村";
}
