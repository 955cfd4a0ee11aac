import { noticesContract } from "@shared/domains/notices/notices.contract";
import type { Domain } from "@server/core/domain";
import { messagePermissionIndexes } from "./message-permission.model";
import { noticeIndexes } from "./notice.model";
import { createNoticesHandlers } from "./notices.handlers";
import { createNoticesPersonalData } from "./notices-personal-data";
import { noticesJobs } from "./notices.jobs";

export type { MealFacts, NoticeContent, OtherCanteen } from "./notice-texts";
export { notify } from "./notify";

/** What Yike tells people by itself: an inbox, WeChat's messages, and the calls of the counter where nothing else arrives. */
export const noticesDomain: Domain<typeof noticesContract> = {
  contract: noticesContract,
  createHandlers: createNoticesHandlers,
  jobs: noticesJobs,
  createPersonalData: createNoticesPersonalData,
  indexes: [noticeIndexes, messagePermissionIndexes],
  outbox: [{ collection: "notices", deliver: () => Promise.resolve() }],
};
