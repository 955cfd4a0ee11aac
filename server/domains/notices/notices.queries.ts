import { trusted } from "@server/core/db/trusted";
import type { ListEnd } from "@server/core/http/cursor";
import { NoticeModel, type NoticeDocument } from "./notice.model";

/** A counter's list is worked off the same day. */
const CALLS_AT_MOST = 100;
/** More unread ones are not counted: the screen says 99+. */
const UNREAD_AT_MOST = 100;

interface NoticeList {
  readonly personId: string;
  readonly after: ListEnd | undefined;
  readonly limit: number;
}

export type NoticeRow = Pick<
  NoticeDocument,
  "_id" | "title" | "sentence" | "at" | "readAt" | "carePointId" | "bookingId"
>;

/** A person's notices, latest first. */
export const findNotices = ({ personId, after, limit }: NoticeList): Promise<NoticeRow[]> =>
  NoticeModel.find({ personId, ...(after ? before(after) : {}) })
    .sort({ at: -1, _id: -1 })
    .select({ title: 1, sentence: 1, at: 1, readAt: 1, carePointId: 1, bookingId: 1 })
    .limit(limit)
    .lean<NoticeRow[]>()
    .exec();

const before = ({ position, id }: ListEnd) => {
  const end = new Date(position);
  return { $or: [{ at: trusted({ $lt: end }) }, { at: end, _id: trusted({ $lt: id }) }] };
};

/** How many of a person's notices she has not read, at most a hundred. */
export const countUnread = (personId: string): Promise<number> =>
  NoticeModel.countDocuments({ personId, readAt: trusted({ $exists: false }) })
    .limit(UNREAD_AT_MOST)
    .exec();

/** Whom a care point must ring up, longest waiting first; who has read it meanwhile needs no call. */
export const findCalls = (carePointId: string): Promise<NoticeDocument[]> =>
  NoticeModel.find({ carePointId, delivery: "to_call", readAt: trusted({ $exists: false }) })
    .sort({ at: 1 })
    .limit(CALLS_AT_MOST)
    .lean<NoticeDocument[]>()
    .exec();

export const findNotice = (id: string): Promise<NoticeDocument | null> =>
  NoticeModel.findById(id).lean<NoticeDocument>().exec();
