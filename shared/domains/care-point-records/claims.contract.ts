import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, Instant, MobilePhone, text } from "@shared/core/primitives";

export const ClaimAnswer = z.enum(["approved", "turned_down"]);
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;

export const EVIDENCE_LONGEST = 200;
export const CLAIM_WORDS_LONGEST = 100;
export const LOGIN_NAME_LONGEST = 30;

/** Somebody's own claim, as she sees it. */
export const OwnClaim = z.object({
  state: z.enum(["open", "approved", "turned_down"]),
  /** The last day on which the office answers in time: "12月1日 星期二". */
  dueLabel: z.string(),
  /** What the office said; null before. */
  words: z.nullable(z.string()),
});
export type OwnClaim = z.infer<typeof OwnClaim>;

/** A claim as the office sees it that answers. */
export const Claim = z.object({
  id: Id,
  carePointId: Id,
  carePointName: z.string(),
  carePointPhone: z.string(),
  /** Who says that she runs it, and how to reach her. */
  preferredName: z.string(),
  phone: z.nullable(z.string()),
  /** What she says to show it. */
  evidence: z.string(),
  sentLabel: z.string(),
  dueLabel: z.string(),
  isOverdue: z.boolean(),
});
export type Claim = z.infer<typeof Claim>;

const own = z.object({
  carePointName: z.string(),
  /** "红旗区民政局". */
  officeName: z.string(),
  /** Somebody manages it already: nobody claims it. */
  isManaged: z.boolean(),
  /** Her account has a phone; otherwise she is asked for one. */
  hasPhone: z.boolean(),
  claim: z.nullable(OwnClaim),
});

/** 认领: whoever runs a place that has no manager says so, the office answers, and she takes it up with a code. */
export const claimsContract = defineContract({
  name: "claims",
  errors: {
    already_managed: { status: 409, text: "这里已经有负责人了，请找这位负责人或者打电话问民政部门" },
    claim_waiting: { status: 409, text: "您已经认领过，还在等核实" },
    claim_phone_needed: { status: 409, text: "请留一个手机号，核实的人要打给您" },
    login_name_taken: { status: 409, text: "这个登录名有人用了，换一个" },
  },
  endpoints: {
    getOwnClaim: {
      method: "GET",
      access: "signed-in",
      path: "/claims/own",
      summary: "Whether a care point can be claimed, and how one's own claim stands",
      query: z.strictObject({ placeId: Id }),
      response: own,
    },
    claimCarePoint: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/claims",
      summary: "Say that one runs a care point without a manager",
      body: z.strictObject({
        /** A care point, anybody's to name: she says that it is hers. */
        placeId: Id,
        evidence: text({ max: EVIDENCE_LONGEST }),
        phone: z.optional(MobilePhone),
      }),
      response: own,
      errors: ["already_managed", "claim_waiting", "claim_phone_needed"],
    },
    listOfficeClaims: {
      method: "GET",
      access: "signed-in",
      path: "/claims/office",
      summary: "Claims that wait for an office, the most urgent first; opening it is audited",
      query: z.strictObject({ regionId: Id }),
      response: z.object({ claims: z.array(Claim) }),
    },
    settleClaim: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/claims/:claimId/answers",
      summary: "Say yes, with the code that is told to her by telephone, or no; she is told",
      params: z.strictObject({ claimId: Id }),
      body: z.strictObject({
        answer: ClaimAnswer,
        /** With a yes: what she is to sign in as; whoever has a login name keeps it. */
        loginName: z.optional(text({ max: LOGIN_NAME_LONGEST })),
        words: z.optional(text({ max: CLAIM_WORDS_LONGEST })),
      }),
      response: z.object({
        claimId: Id,
        answer: ClaimAnswer,
        /** Null with a no. */
        invitation: z.nullable(
          z.object({ loginName: z.string(), code: z.string().check(z.regex(/^\d{8}$/)), expiresAt: Instant }),
        ),
      }),
      errors: ["already_managed", "login_name_taken"],
    },
    leaveCarePoint: {
      method: "POST",
      access: "signed-in",
      path: "/claims/leavings",
      summary: "Leave the care point where one works; the last manager, too: the office then looks for another",
      body: z.strictObject({ carePointId: Id }),
      response: z.object({ left: z.literal(true) }),
    },
  },
});
