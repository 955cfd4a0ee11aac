import { businessDay, timeOfDay } from "@shared/core/dates";
import { shortDate } from "@server/core/calendar";
import { eraseDelivered } from "@server/core/db/erase-delivered";
import type { DataGroup, Erasure, PersonalData } from "@server/core/personal-data";
import { MessagePermissionModel } from "./message-permission.model";
import { NoticeModel } from "./notice.model";

const SHOWN = 1_000;

/** What this domain keeps about a person: what she was told, and which messages she allowed. */
export const createNoticesPersonalData = (): PersonalData => ({
  collections: ["notices", "message_permissions"],
  exportOf,
  erase: async ({ personId }): Promise<Erasure> => {
    await MessagePermissionModel.deleteMany({ personId });
    // Nothing more is sent and nobody is rung up, also while the audit of an earlier call still waits.
    const empty = { delivery: "inbox", title: "", sentence: "", message: {} };
    await NoticeModel.updateMany({ personId }, { $set: empty, $unset: { dueAt: 1 } });
    return eraseDelivered("notices", { personId });
  },
  merge: async ({ from, to }): Promise<Erasure> => {
    await NoticeModel.updateMany({ personId: from }, { $set: { personId: to } });
    await MessagePermissionModel.updateMany({ personId: from }, { $set: { personId: to } });
    return "gone";
  },
});

async function exportOf(personId: string): Promise<readonly DataGroup[]> {
  const notices = await NoticeModel.find({ personId })
    .sort({ at: -1 })
    .select({ title: 1, sentence: 1, at: 1, readAt: 1 })
    .limit(SHOWN)
    .lean();
  const permissions = await MessagePermissionModel.find({ personId }).limit(SHOWN).lean();
  const rows = [
    ...notices.map(({ title, sentence, at }) => ({ label: `${labelOf(at)} ${title}`, text: sentence })),
    ...permissions.map(({ at, allowed }) => ({ label: `${labelOf(at)} 同意微信提醒`, text: `${allowed.length} 条` })),
  ];
  const json = {
    notices: notices.map(({ title, sentence, at, readAt = null }) => ({ title, sentence, at, readAt })),
    messagePermissions: permissions.map(({ at, allowed, unspent }) => ({ at, allowed, unspent })),
  };
  return [{ title: "消息", rows, json }];
}

const labelOf = (at: Date): string => `${shortDate(businessDay(at.getTime()))} ${timeOfDay(at.getTime())}`;
