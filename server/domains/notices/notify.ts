import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { stableId } from "@server/core/ids";
import { NoticeModel } from "./notice.model";
import { deliveryRules, textsOf, type NoticeContent } from "./notice-texts";

interface Telling {
  /** What happened, by its event's id: telling it again changes nothing (R-N1). */
  readonly key: string;
  readonly personId: string;
  /** Whose phone stands on the notice, and who rings up when no message arrives. */
  readonly carePointId: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly notice: NoticeContent;
}

/**
 * Tells a person something: once in the inbox, however often it is said, and by a message where there can be one. The
 * message is sent by a job, so that a silent WeChat holds nobody up.
 */
export async function notify({ key, personId, carePointId, now, notice }: Telling): Promise<void> {
  const { message, isKnown } = deliveryRules[notice.template];
  const isToSend = message !== undefined;
  const at = new Date(now);
  try {
    await NoticeModel.create({
      _id: stableId("notice", key, personId),
      personId,
      carePointId,
      template: notice.template,
      ...textsOf(notice),
      at,
      ...(isKnown ? { readAt: at } : {}),
      delivery: isToSend ? "waiting" : "inbox",
      ...(isToSend ? { dueAt: at } : {}),
      tries: 0,
      calls: [],
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
