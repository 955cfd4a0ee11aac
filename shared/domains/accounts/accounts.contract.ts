import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, Instant, MobilePhone, ServiceDate, text } from "@shared/core/primitives";
import { StaffRole } from "@shared/core/roles";

export const PREFERRED_NAME_MAX = 20;
/** What a person wants to be called: 王阿姨. Not a legal name. */
export const PreferredName = text({ max: PREFERRED_NAME_MAX });

/** A one-time sign-in code: eight digits, read aloud in two groups of four. */
export const LoginCode = z.string().check(z.regex(/^\d{8}$/));

export const Me = z.object({
  id: Id,
  preferredName: z.nullable(z.string()),
  birthDate: z.nullable(ServiceDate),
  /** The chosen community and its names from the district down: "红旗区 春风社区". */
  community: z.nullable(z.object({ id: Id, label: z.string() })),
  needsOnboarding: z.boolean(),
  memberships: z.array(z.object({ carePointId: Id, carePointName: z.string(), role: StaffRole })),
  /** Offices at which she answers for a region's network. */
  offices: z.array(z.object({ regionId: Id, regionName: z.string() })),
  isDemo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** Opaque, random, revocable at once; the server keeps only its hash. */
const SessionToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const SignedIn = z.object({ token: SessionToken, me: Me });
export type SignedIn = z.infer<typeof SignedIn>;

export const DemoPerson = z.object({ id: Id, preferredName: z.string(), description: z.string() });
export type DemoPerson = z.infer<typeof DemoPerson>;

/** A resident as staff see her: enough to be sure it is she, no more. */
export const Resident = z.object({
  id: Id,
  preferredName: z.string(),
  age: z.nullable(z.int()),
  phoneTail: z.nullable(z.string()),
});
export type Resident = z.infer<typeof Resident>;

export const accountsContract = defineContract({
  name: "accounts",
  errors: {
    sign_in_failed: { status: 401, text: "没有登录成功，请核对后再试，或者打电话给照护点" },
    wechat_unavailable: { status: 503, text: "微信现在没有回应，请稍后再试" },
    sms_unavailable: { status: 503, text: "现在发不了短信，请照护点给您一个登录码" },
    phone_taken: { status: 409, text: "这个手机号已经登记过了，请按手机号找一找" },
  },
  endpoints: {
    signInWithWechat: {
      method: "POST",
      path: "/accounts/sign-in/wechat",
      summary: "Sign in with the single-use code of wx.login",
      access: "public",
      body: z.strictObject({ code: z.string().check(z.regex(/^[\w-]{1,128}$/)) }),
      response: SignedIn,
      errors: ["sign_in_failed", "wechat_unavailable"],
    },
    sendLoginCode: {
      method: "POST",
      path: "/accounts/login-codes/sms",
      summary: "Send a one-time code to a registered phone; the answer is the same for an unknown one",
      access: "public",
      body: z.strictObject({ phone: MobilePhone }),
      response: z.object({ validMinutes: z.int() }),
      errors: ["sms_unavailable"],
    },
    signInWithCode: {
      method: "POST",
      path: "/accounts/sign-in/code",
      summary: "Sign in with a one-time code from staff or by message",
      access: "public",
      body: z.strictObject({ code: LoginCode }),
      response: SignedIn,
      errors: ["sign_in_failed"],
    },
    signInAsStaff: {
      method: "POST",
      path: "/accounts/sign-in/staff",
      summary: "Sign in by staff name and password",
      access: "public",
      body: z.strictObject({ name: text({ max: 30 }), password: z.string().check(z.minLength(1), z.maxLength(100)) }),
      response: SignedIn,
      errors: ["sign_in_failed"],
    },
    listDemoPeople: {
      method: "GET",
      path: "/accounts/demo-people",
      summary: "The demo's people; empty on a real site",
      access: "public",
      response: z.object({ people: z.array(DemoPerson) }),
    },
    signInAsDemoPerson: {
      method: "POST",
      path: "/accounts/sign-in/demo",
      summary: "Sign in as a demo person; exists in the demo only",
      access: "public",
      body: z.strictObject({ personId: Id }),
      response: SignedIn,
    },
    getMe: {
      method: "GET",
      path: "/accounts/me",
      summary: "Who is signed in",
      access: "signed-in",
      response: Me,
    },
    completeOnboarding: {
      method: "POST",
      path: "/accounts/me",
      summary: "Set how to be called, the birth date and the community",
      access: "signed-in",
      body: z.strictObject({ preferredName: PreferredName, birthDate: ServiceDate, communityId: Id }),
      response: Me,
    },
    chooseCommunity: {
      method: "POST",
      path: "/accounts/me/community",
      summary: "Choose another community",
      access: "signed-in",
      body: z.strictObject({ communityId: Id }),
      response: Me,
    },
    signOut: {
      method: "POST",
      path: "/accounts/sign-out",
      summary: "End this session at once",
      access: "signed-in",
      response: z.object({ signedOut: z.literal(true) }),
    },
    findResidents: {
      method: "POST",
      path: "/accounts/residents/search",
      summary:
        "Staff find a resident of their district by the last four digits of her phone, or by name; POST keeps it out of URLs",
      access: "signed-in",
      body: z.strictObject({ carePointId: Id, search: text({ max: PREFERRED_NAME_MAX }) }),
      response: z.object({ residents: z.array(Resident) }),
    },
    registerResident: {
      method: "POST",
      path: "/accounts/residents",
      summary: "Staff register a resident who stands before them",
      access: "signed-in",
      keyed: true,
      body: z.strictObject({
        carePointId: Id,
        preferredName: PreferredName,
        birthDate: ServiceDate,
        communityId: Id,
        phone: z.optional(MobilePhone),
      }),
      response: Resident,
      errors: ["phone_taken"],
    },
    issueLoginCode: {
      method: "POST",
      path: "/accounts/login-codes",
      summary: "Staff make a one-time sign-in code for a resident",
      access: "signed-in",
      body: z.strictObject({ carePointId: Id, residentId: Id }),
      response: z.object({ code: LoginCode, expiresAt: Instant, validMinutes: z.int() }),
    },
  },
});
