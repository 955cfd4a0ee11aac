import { BatchModel, type BatchDocument } from "./batch.model";
import type { Programme } from "./programme";
import { TargetSplitModel, type TargetSplitDocument } from "./target-split.model";

const SPLITS_SHOWN = 10;
const BATCHES_SHOWN = 50;

/** How a city's target was split, the newest first. */
export const findSplits = (cityId: string, { indicator, period }: Programme): Promise<TargetSplitDocument[]> =>
  TargetSplitModel.find({ cityId, indicator, period })
    .sort({ at: -1, _id: 1 })
    .limit(SPLITS_SHOWN)
    .lean<TargetSplitDocument[]>()
    .exec();

/** A county's batches, the newest first. */
export const findBatches = (countyId: string): Promise<BatchDocument[]> =>
  BatchModel.find({ countyId }).sort({ at: -1, _id: 1 }).limit(BATCHES_SHOWN).lean<BatchDocument[]>().exec();

export const findBatch = (id: string): Promise<BatchDocument | null> =>
  BatchModel.findById(id).lean<BatchDocument>().exec();
