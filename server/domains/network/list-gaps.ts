import type { Gap } from "@shared/domains/network/network-shapes";
import { refusedField } from "@server/core/app-error";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import { districtOf, presentRegion, type PlacedRegion, type Requirement } from "@server/domains/regions/index";
import type { Network } from "./load-network";
import { measureRequirement } from "./measure-requirement";
import { responsibleFor } from "./responsible";

const PAGE = 20;
const byReading = new Intl.Collator("zh");

interface Asked {
  readonly key: string;
  readonly cursor: string | undefined;
}

interface GapPage {
  readonly requirement: { readonly key: string; readonly name: string; readonly levelName: string };
  readonly total: number;
  readonly gaps: Gap[];
  readonly nextCursor: string | null;
}

/**
 * One page of the regions that lack a requirement, by district, then by name. A page goes on behind the last region of
 * the one before; when that one has been built meanwhile, where it stood.
 * @throws AppError invalid_request for a requirement the region does not have, or a cursor that is none of ours
 */
export function listGapsOf(network: Network, { key, cursor }: Asked): GapPage {
  const requirement = network.requirements.find((one) => one.key === key);
  if (!requirement) throw refusedField("query.requirement", "unknown");
  const all = inOrder(measureRequirement(requirement, network).without);
  const begin = beginOf(all, cursor);
  const shown = all.slice(begin, begin + PAGE);
  const last = shown.at(-1);
  const hasMore = begin + PAGE < all.length;
  return {
    requirement: { key, name: requirement.name, levelName: requirement.level },
    total: all.length,
    gaps: shown.map((region) => presentGap(region, requirement)),
    nextCursor: hasMore && last ? toCursor({ position: begin + PAGE - 1, id: last.id }) : null,
  };
}

function beginOf(all: readonly PlacedRegion[], cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const { position, id } = fromCursor(cursor);
  const found = all.findIndex((region) => region.id === id);
  return found === -1 ? Math.floor(position) : found + 1;
}

function inOrder(regions: readonly PlacedRegion[]): readonly PlacedRegion[] {
  return regions
    .map((region) => ({ region, district: districtName(region) }))
    .sort(
      (a, b) =>
        byReading.compare(a.district, b.district) ||
        byReading.compare(a.region.name, b.region.name) ||
        a.region.id.localeCompare(b.region.id),
    )
    .map(({ region }) => region);
}

const districtName = (region: PlacedRegion): string => {
  const id = districtOf(region);
  return region.path.find((node) => node.id === id)?.name ?? "";
};

const presentGap = (region: PlacedRegion, requirement: Requirement): Gap => ({
  region: presentRegion(region),
  within: region.path
    .slice(1, -1)
    .map(({ name }) => name)
    .join(" "),
  responsible: responsibleFor(requirement, region),
});
