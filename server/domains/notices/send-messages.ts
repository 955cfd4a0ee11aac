import type { MessageTemplate } from "@shared/domains/notices/notices.contract";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { WechatError } from "@server/core/wechat/wechat-port";
import { findWechatOpenid } from "@server/domains/accounts/index";
import { MessagePermissionModel, type MessagePermissionDocument } from "./message-permission.model";
import { NoticeModel, type NoticeDocument } from "./notice.model";
import { deliveryRules } from "./notice-texts";

/** At most so many a turn; the next turn comes within seconds. */
const BATCH = 100;
const TRIES = 5;
/** Before the second try; each further pause is twice as long. Also how long a try may take before another begins. */
const FIRST_PAUSE_MS = 30_000;
/** Where a tap on a message leads. */
const PAGE = "tabs/bookings/index";

/** What one try came to: `not_asked` without the reader's leave, `failed` when trying again is of no use. */
type Sending = "sent" | "not_asked" | "failed" | "later";

/**
 * Sends what waits. A message needs its reader's leave, of which one is spent on it; WeChat's silence is waited out, five
 * tries with growing pauses. What cannot be sent stays in the inbox, and where the rule says so it becomes a call.
 * Sent at least once: a crash after WeChat took it sends it again.
 */
export async function sendMessages(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  for (let count = 0; count < BATCH; count += 1) {
    const notice = await takeDue(now);
    if (!notice) return;
    const sending = await trySending(deps, notice);
    if (sending !== "later") await settle(notice, sending);
  }
}

/** The next one, kept from others while it is tried; whoever dies here leaves it to a later turn. */
async function takeDue(now: number): Promise<NoticeDocument | null> {
  const due = { dueAt: trusted({ $lte: new Date(now), $exists: true }), delivery: "waiting" } as const;
  const next = await NoticeModel.findOne(due).sort({ dueAt: 1 }).lean<NoticeDocument>();
  if (!next) return null;
  const dueAt = new Date(now + FIRST_PAUSE_MS * 2 ** next.tries);
  const taken = await NoticeModel.findOneAndUpdate(
    { _id: next._id, tries: next.tries, delivery: "waiting" },
    { $inc: { tries: 1 }, $set: { dueAt } },
    { returnDocument: "after" },
  ).lean<NoticeDocument>();
  // Another process was first: it has moved on, and so may this one.
  return taken ?? takeDue(now);
}

async function trySending(deps: Deps, notice: NoticeDocument): Promise<Sending> {
  const { message: template } = deliveryRules[notice.template];
  const templateId = template && deps.messageTemplates.get(template);
  if (!template || templateId === undefined) return "not_asked";
  const openid = await findWechatOpenid(deps, notice.personId);
  if (openid === null || !(await spendPermission(notice, template))) return "not_asked";
  try {
    await deps.wechat.sendMessage({ openid, templateId, page: PAGE, data: notice.message });
    return "sent";
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    deps.logger.warn({ template, kind: error.kind, err: error }, "message not sent");
    const mayPass = error.kind === "unavailable" || error.kind === "rate_limited";
    return mayPass && notice.tries < TRIES ? "later" : "failed";
  }
}

/** True when this message has its leave: its own from an earlier try, or the oldest unspent one, spent by one update. */
async function spendPermission({ _id, personId }: NoticeDocument, template: MessageTemplate): Promise<boolean> {
  if (await MessagePermissionModel.exists({ personId, spentOn: _id })) return true;
  const spent = await MessagePermissionModel.findOneAndUpdate(
    { personId, unspent: template },
    { $pull: { unspent: template }, $push: { spentOn: _id } },
    { sort: { at: 1 } },
  ).lean<MessagePermissionDocument>();
  return spent !== null;
}

async function settle(notice: NoticeDocument, sending: "sent" | "not_asked" | "failed"): Promise<void> {
  const { call } = deliveryRules[notice.template];
  const isToCall = sending !== "sent" && (call === "always" || (call === "when_asked" && sending === "failed"));
  const unsent = isToCall && notice.carePointId !== null ? "to_call" : "inbox";
  await NoticeModel.updateOne(
    { _id: notice._id, delivery: "waiting" },
    { $set: { delivery: sending === "sent" ? "sent" : unsent }, $unset: { dueAt: 1 } },
  );
}
