import { trusted } from "@server/core/db/trusted";
import { unanswered } from "./correction.machine";
import { CorrectionModel, type CorrectionDocument } from "./correction.model";

/** More than so many wait nowhere; the most urgent come first. */
const SHOWN_AT_MOST = 50;

export const findCorrection = (id: string): Promise<CorrectionDocument | null> =>
  CorrectionModel.findById(id).lean<CorrectionDocument>().exec();

/** What a care point has yet to answer, the most urgent first. */
export const findUnanswered = (carePointId: string): Promise<CorrectionDocument[]> =>
  CorrectionModel.find({ carePointId, state: trusted({ $in: [...unanswered] }) })
    .sort({ dueOn: 1, _id: 1 })
    .limit(SHOWN_AT_MOST)
    .lean<CorrectionDocument[]>()
    .exec();

/** What the care points of an office's region did not answer, longest first. */
export const findEscalated = (regionId: string): Promise<CorrectionDocument[]> =>
  CorrectionModel.find({ "owner.id": regionId, state: "escalated" })
    .sort({ dueOn: 1, _id: 1 })
    .limit(SHOWN_AT_MOST)
    .lean<CorrectionDocument[]>()
    .exec();

/** What nobody answered by the end of its day. */
export const findOverdue = ({ before, limit }: { before: string; limit: number }): Promise<CorrectionDocument[]> =>
  CorrectionModel.find({ state: "open", dueOn: trusted({ $lt: before }) })
    .sort({ dueOn: 1 })
    .limit(limit)
    .lean<CorrectionDocument[]>()
    .exec();
