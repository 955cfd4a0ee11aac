import { MessageTemplate, type noticesContract } from "@shared/domains/notices/notices.contract";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import type { Handlers } from "@server/core/http/handlers";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { allowMessages } from "./allow-messages";
import { createCallsHandlers } from "./calls.handlers";
import { NoticeModel } from "./notice.model";
import { noticesPolicy as policy } from "./notices.policy";
import { presentNotice } from "./notices.presenter";
import { countUnread, findNotices } from "./notices.queries";

const PAGE = 20;

export const createNoticesHandlers = (deps: Deps): Handlers<typeof noticesContract> => ({
  listNotices: async ({ actor, authorize, query: { cursor } }) => {
    authorize(policy.listNotices(actor, undefined));
    const after = cursor === undefined ? undefined : fromCursor(cursor);
    const [rows, unread] = await Promise.all([
      findNotices({ personId: actor.id, after, limit: PAGE + 1 }),
      countUnread(actor.id),
    ]);
    const page = rows.slice(0, PAGE);
    const places = await findCarePointLabels(page.flatMap(({ carePointId }) => carePointId ?? []));
    const last = page.at(-1);
    return {
      notices: page.map((row) =>
        presentNotice(row, { place: places.get(row.carePointId ?? ""), now: deps.clock.now() }),
      ),
      unread,
      nextCursor: rows.length > PAGE && last ? toCursor({ position: last.at.getTime(), id: last._id }) : null,
    };
  },

  readNotices: async ({ actor, authorize, body: { noticeIds } }) => {
    authorize(policy.readNotices(actor, undefined));
    const unreadOfMine = { personId: actor.id, readAt: trusted({ $exists: false }) };
    const wanted = { _id: trusted({ $in: noticeIds }), ...unreadOfMine };
    await NoticeModel.updateMany(wanted, { $set: { readAt: new Date(deps.clock.now()) } });
    return { unread: await countUnread(actor.id) };
  },

  listMessageTemplates: () =>
    Promise.resolve({
      templates: MessageTemplate.options.flatMap((template) => {
        const templateId = deps.messageTemplates.get(template);
        return templateId === undefined ? [] : [{ template, templateId }];
      }),
    }),

  allowMessages: async ({ actor, authorize, key, body: { templates } }) => {
    authorize(policy.allowMessages(actor, undefined));
    await allowMessages({ personId: actor.id, templates, key, now: deps.clock.now() });
    return { allowed: templates };
  },

  ...createCallsHandlers(deps),
});
