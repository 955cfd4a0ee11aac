import { CarePointMergeModel, type CarePointMergeDocument } from "./merge.model";

const SHOWN = 20;

export const findMerge = (id: string): Promise<CarePointMergeDocument | null> =>
  CarePointMergeModel.findById(id).lean<CarePointMergeDocument>().exec();

/** Newest first. */
export const findMergesOf = (regionId: string): Promise<CarePointMergeDocument[]> =>
  CarePointMergeModel.find({ "owner.id": regionId })
    .sort({ at: -1 })
    .limit(SHOWN)
    .batchSize(SHOWN)
    .lean<CarePointMergeDocument[]>();

/** What both agreed to and is not finished, the longest waiting first. */
export const findMergesToFinish = (): Promise<CarePointMergeDocument[]> =>
  CarePointMergeModel.find({ state: "confirmed" })
    .sort({ at: 1 })
    .limit(SHOWN)
    .batchSize(SHOWN)
    .lean<CarePointMergeDocument[]>();
