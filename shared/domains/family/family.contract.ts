import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, Instant, ServiceDate } from "@shared/core/primitives";

/** What a helper may do: 订餐; 忌口和过敏, which is health data and therefore asked for by itself (个保法 第二十九条). */
export const FamilyScope = z.enum(["meals", "care_notes"]);
export type FamilyScope = z.infer<typeof FamilyScope>;

/** 30 天, 一年, 直到取消; the days stand in family.rules.ts. */
export const BondLength = z.enum(["month", "year", "open"]);
export type BondLength = z.infer<typeof BondLength>;

/** Who the helper is to the elder, in the elder's own choice. */
export const Relation = z.enum([
  "daughter",
  "son",
  "spouse",
  "grandchild",
  "relative",
  "neighbour",
  "community_worker",
]);
export type Relation = z.infer<typeof Relation>;

/** Six digits, spoken over the phone in two groups of three. */
export const InvitationCode = z.string().check(z.regex(/^\d{6}$/));

/** Each scope once. */
const Scopes = z.array(FamilyScope).check(
  z.minLength(1),
  z.maxLength(FamilyScope.options.length),
  z.refine((scopes) => new Set(scopes).size === scopes.length, "twice"),
);

/** One bond as one of its two sides sees it. */
export const Bond = z.object({
  id: Id,
  /** The other side. */
  person: z.object({ id: Id, preferredName: z.string() }),
  /** "女儿小敏" for a helper, "王阿姨" for an elder. */
  label: z.string(),
  /** Where the elder lives; null on the elder's own side. */
  communityId: z.nullable(Id),
  scopes: z.array(FamilyScope),
  /** "2026年11月22日起，到 2027年11月22日". */
  periodLabel: z.string(),
});
export type Bond = z.infer<typeof Bond>;

export const ActForMe = z.object({
  id: Id,
  /** "女儿小敏替您订了 11月23日 星期一午饭：红烧豆腐套餐，春风社区食堂". */
  sentence: z.string(),
  /** "今天 10:02". */
  atLabel: z.string(),
  at: Instant,
});
export type ActForMe = z.infer<typeof ActForMe>;

export const familyContract = defineContract({
  name: "family",
  errors: {
    birth_date_needed: { status: 409, text: "还没有登记生日，家人填码时要用它核对，请先补上" },
    invitation_refused: {
      status: 409,
      text: "邀请码和生日没有对上。码 15 分钟内有效，只能用一次；请再核对，或者请家人重新做一个",
    },
    own_invitation: { status: 409, text: "这是您自己的邀请码，请让家人在她的手机上填" },
    too_many_helpers: { status: 409, text: "替这位老人办事的人已经够多了，请她先取消一位" },
    too_many_elders: { status: 409, text: "您替办事的老人已经够多了，先取消一位再加" },
  },
  endpoints: {
    inviteFamily: {
      method: "POST",
      path: "/family/invitations",
      summary: "Make a code by which somebody may act for me, or for an elder who stands before me as staff",
      access: "signed-in",
      body: z.strictObject({
        relation: Relation,
        scopes: Scopes,
        lasts: BondLength,
        /** Staff only, both or neither: for whom, and at which of her care points. */
        onBehalf: z.optional(z.strictObject({ elderId: Id, carePointId: Id })),
      }),
      response: z.object({
        code: InvitationCode,
        expiresAt: Instant,
        /** "15 分钟内有效，到 10:15". */
        validLabel: z.string(),
      }),
      errors: ["birth_date_needed"],
    },
    acceptInvitation: {
      method: "POST",
      path: "/family/invitations/accept",
      summary: "Take up an invitation by its code and the elder's birth date; again, it shows the bond that it made",
      access: "signed-in",
      body: z.strictObject({ code: InvitationCode, birthDate: ServiceDate }),
      response: Bond,
      errors: ["invitation_refused", "own_invitation", "too_many_helpers", "too_many_elders"],
    },
    listBonds: {
      method: "GET",
      path: "/family/bonds",
      summary: "Those I act for, and those who act for me",
      access: "signed-in",
      response: z.object({ iActFor: z.array(Bond), actForMe: z.array(Bond) }),
    },
    withdrawBond: {
      method: "POST",
      path: "/family/bonds/:bondId/withdraw",
      summary: "End a bond at once, from either side; again, it changes nothing",
      access: "signed-in",
      params: z.strictObject({ bondId: Id }),
      response: z.object({ ended: z.literal(true) }),
    },
    listActsForMe: {
      method: "GET",
      path: "/family/acts",
      summary: "What others did for me, the latest fifty first",
      access: "signed-in",
      response: z.object({ acts: z.array(ActForMe) }),
    },
  },
});
