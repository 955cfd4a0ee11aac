import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Id, Instant } from "@shared/core/primitives";

/** Kinds of notices that WeChat can carry as a subscription message, when its reader has given leave. */
export const MessageTemplate = z.enum(["meal_booked", "meal_reminder", "meal_cancelled_by_kitchen", "acted_for_you"]);
export type MessageTemplate = z.infer<typeof MessageTemplate>;

/** WeChat asks for at most so many kinds at once. */
export const TEMPLATES_AT_ONCE = 3;

export const Notice = z.object({
  id: Id,
  title: z.string(),
  /** What happened and what to do next, whole. */
  sentence: z.string(),
  at: Instant,
  /** "今天 10:05", "11月20日 18:00". */
  atLabel: z.string(),
  isRead: z.boolean(),
  /** Whom to ask. */
  carePointName: z.nullable(z.string()),
  carePointPhone: z.nullable(z.string()),
  /** The booking it speaks of. */
  bookingId: z.nullable(Id),
});
export type Notice = z.infer<typeof Notice>;

/** How a call ended. 打通了, 没人接, 号码不对, 请她回电. */
export const CallOutcome = z.enum(["reached", "no_answer", "wrong_number", "will_call_back"]);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** Somebody who must be told and whom no message reached. */
export const Call = z.object({
  id: Id,
  preferredName: z.string(),
  /** To be dialled; null when nobody knows it. */
  phone: z.nullable(z.string()),
  sentence: z.string(),
  at: Instant,
  atLabel: z.string(),
  tries: z.array(z.object({ outcome: CallOutcome, atLabel: z.string() })),
});
export type Call = z.infer<typeof Call>;

export const noticesContract = defineContract({
  name: "notices",
  errors: {},
  endpoints: {
    listNotices: {
      method: "GET",
      path: "/notices",
      summary: "What there is to tell me, latest first",
      access: "signed-in",
      query: z.strictObject({ cursor: z.optional(Cursor) }),
      response: z.object({ notices: z.array(Notice), unread: z.int(), nextCursor: z.nullable(Cursor) }),
    },
    readNotices: {
      method: "POST",
      path: "/notices/read",
      summary: "Mark my notices as read; repeating it changes nothing",
      access: "signed-in",
      body: z.strictObject({ noticeIds: z.array(Id).check(z.minLength(1), z.maxLength(100)) }),
      response: z.object({ unread: z.int() }),
    },
    listMessageTemplates: {
      method: "GET",
      path: "/notices/message-templates",
      summary: "WeChat's ids of the messages this site can send; empty without a mini-program",
      access: "public",
      response: z.object({ templates: z.array(z.object({ template: MessageTemplate, templateId: z.string() })) }),
    },
    allowMessages: {
      method: "POST",
      path: "/notices/message-permissions",
      summary: "Note down that one tap allowed one message of each of these kinds",
      access: "signed-in",
      keyed: true,
      body: z.strictObject({
        templates: z.array(MessageTemplate).check(z.minLength(1), z.maxLength(TEMPLATES_AT_ONCE)),
      }),
      response: z.object({ allowed: z.array(MessageTemplate) }),
    },
    listCalls: {
      method: "GET",
      path: "/notices/calls",
      summary: "Whom a care point must ring up because nothing else reached them; opening it is audited",
      access: "signed-in",
      query: z.strictObject({ carePointId: Id }),
      response: z.object({ calls: z.array(Call) }),
    },
    recordCallOutcome: {
      method: "POST",
      path: "/notices/calls/:noticeId/outcomes",
      summary: "Note down how a call ended; one that reached the person ends the matter",
      access: "signed-in",
      keyed: true,
      params: z.strictObject({ noticeId: Id }),
      body: z.strictObject({ outcome: CallOutcome }),
      response: z.object({ isDone: z.boolean() }),
    },
  },
});
