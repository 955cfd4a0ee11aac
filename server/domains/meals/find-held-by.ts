import { PortionModel, type PortionDocument } from "./portion.model";

const AT_MOST = 2_000;

/** What stands under somebody's name: bookings ahead, and what she was handed or did not fetch. */
export const findHeldBy = (elder: string): Promise<PortionDocument[]> =>
  PortionModel.find({ elder, active: true }).sort({ servesUntil: 1 }).limit(AT_MOST).lean<PortionDocument[]>().exec();
