import type { CareService } from "@shared/core/network";
import { trusted } from "@server/core/db/trusted";
import { toPosition, type Position } from "@server/core/geo-point";
import { CarePointModel, type CarePointDocument } from "./care-point.model";

/** What other domains say about a care point. */
export interface CarePointLabel {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly cityId: string;
  /** The district whose residents its staff serve; null where its city has none. */
  readonly districtId: string | null;
  readonly position: Position;
  readonly services: readonly CareService[];
  readonly isDemo: boolean;
  /** The care point that took its place; null while it stands. */
  readonly mergedInto: string | null;
}

const LABEL_FIELDS = {
  name: 1,
  phone: 1,
  cityId: 1,
  districtId: 1,
  position: 1,
  services: 1,
  isDemo: 1,
  withheld: 1,
} as const;

/** Labels by id, in no order. */
export async function findLabels(ids: readonly string[]): Promise<CarePointLabel[]> {
  const documents = await CarePointModel.find({ _id: trusted({ $in: [...ids] }) })
    .select(LABEL_FIELDS)
    .limit(ids.length)
    .lean<Pick<CarePointDocument, "_id" | keyof typeof LABEL_FIELDS>[]>();
  return documents.map(({ _id: id, position, withheld, ...rest }) => ({
    id,
    ...rest,
    position: toPosition(position),
    mergedInto: withheld?.mergedInto ?? null,
  }));
}
