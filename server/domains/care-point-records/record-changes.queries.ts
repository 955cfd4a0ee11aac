import { trusted } from "@server/core/db/trusted";
import { RecordChangeModel, type RecordChangeDocument } from "./record-change.model";

/** More than so many wait nowhere; the most urgent come first. */
const SHOWN_AT_MOST = 50;
/** So many of the last ones are remembered to who works there. */
const OWN_AT_MOST = 10;

export const findRecordChange = (id: string): Promise<RecordChangeDocument | null> =>
  RecordChangeModel.findById(id).lean<RecordChangeDocument>().exec();

/** What was last proposed for a care point, the latest first. */
export const findLastChanges = (carePointId: string): Promise<RecordChangeDocument[]> =>
  RecordChangeModel.find({ carePointId })
    .sort({ openedOn: -1, _id: 1 })
    .limit(OWN_AT_MOST)
    .lean<RecordChangeDocument[]>()
    .exec();

/** What no office answered by the end of its day, and no job found yet. */
export const findOverdueChanges = ({ before, limit }: { before: string; limit: number }) =>
  RecordChangeModel.find({ state: "open", escalatedOn: null, dueOn: trusted({ $lt: before }) })
    .sort({ dueOn: 1 })
    .limit(limit)
    .lean<RecordChangeDocument[]>()
    .exec();

/** What waits for an office's answer, the most urgent first. */
export const findWaitingChanges = (regionId: string): Promise<RecordChangeDocument[]> =>
  RecordChangeModel.find({ offices: regionId, state: "open" })
    .sort({ dueOn: 1, _id: 1 })
    .limit(SHOWN_AT_MOST)
    .lean<RecordChangeDocument[]>()
    .exec();
