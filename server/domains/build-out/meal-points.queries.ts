import { dateOfDayNumber } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { trusted } from "@server/core/db/trusted";
import type { ListEnd } from "@server/core/http/cursor";
import { MealPointModel, type MealPointDocument } from "./meal-point.model";

/** Whose points: a county's, or all of a city's. */
export type Scope = { readonly countyId: string } | { readonly cityId: string };

/** What a row of the list shows, no more. */
const ROW_FIELDS = {
  name: 1,
  address: 1,
  state: 1,
  owner: 1,
  dueOn: 1,
  cityId: 1,
  countyId: 1,
  regionId: 1,
  plaqueNumber: 1,
  batchName: 1,
  isDemo: 1,
} as const;

export type MealPointRowFields = Pick<MealPointDocument, "_id" | keyof typeof ROW_FIELDS>;

export const findMealPoint = (id: string): Promise<MealPointDocument | null> =>
  MealPointModel.findById(id).lean<MealPointDocument>().exec();

interface Listing {
  readonly scope: Scope;
  readonly state?: MealPointState | undefined;
  readonly after?: ListEnd | undefined;
  readonly limit: number;
}

/** Points by their due day; those that owe nothing come last. */
export function findMealPoints({ scope, state, after, limit }: Listing): Promise<MealPointRowFields[]> {
  return MealPointModel.find({ ...scope, ...(state ? { state } : {}), ...(after ? beyond(after) : {}) })
    .sort({ dueOn: 1, _id: 1 })
    .select(ROW_FIELDS)
    .limit(limit)
    .batchSize(limit)
    .lean<MealPointRowFields[]>()
    .exec();
}

function beyond({ position, id }: ListEnd) {
  const dueOn = dateOfDayNumber(position);
  return { $or: [{ dueOn: trusted({ $gt: dueOn }) }, { dueOn, _id: trusted({ $gt: id }) }] };
}

/** How many points of a county stand in a state. */
export interface StateTally {
  readonly countyId: string;
  readonly state: MealPointState;
  readonly count: number;
}

/** A city has some twenty counties and ten states; all in the first answer, for another would be a second command. */
const TALLIES_AT_MOST = 1_000;

/** The points of a scope, counted by county and state; one command. */
export async function countMealPoints(scope: Scope): Promise<StateTally[]> {
  const groups = await MealPointModel.aggregate<{ _id: Omit<StateTally, "count">; count: number }>(
    [{ $match: scope }, { $group: { _id: { countyId: "$countyId", state: "$state" }, count: { $sum: 1 } } }],
    { batchSize: TALLIES_AT_MOST },
  );
  return groups.map(({ _id, count }) => ({ ..._id, count }));
}

/** Those of these ids that are a county's, in no order. */
export const findOfCounty = (countyId: string, ids: readonly string[]): Promise<MealPointDocument[]> =>
  MealPointModel.find({ _id: trusted({ $in: [...ids] }), countyId })
    .limit(ids.length)
    .lean<MealPointDocument[]>()
    .exec();

export const findByPlaque = (cityId: string, plaqueNumber: string): Promise<MealPointDocument | null> =>
  MealPointModel.findOne({ cityId, plaqueNumber }).lean<MealPointDocument>().exec();

/** Steps that nobody took by the end of their day, and of which the city does not know yet. */
export const findOverdue = ({ before, limit }: { before: ServiceDate; limit: number }): Promise<MealPointDocument[]> =>
  MealPointModel.find({ escalatedOn: null, dueOn: trusted({ $lt: before }) })
    .sort({ dueOn: 1 })
    .limit(limit)
    .lean<MealPointDocument[]>()
    .exec();

/** Every state there is, in the order of the way. */
export const statesInOrder: readonly MealPointState[] = MealPointState.options;
