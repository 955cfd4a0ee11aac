import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, Instant, text } from "@shared/core/primitives";
import { StaffRole } from "@shared/core/roles";
import { PreferredName, SignedIn } from "./accounts.contract";

/** What staff sign in as; full and half width, upper and lower case are one. */
export const LoginName = text({ max: 30 });
/** As in signing in, so that a password once chosen can always be typed. */
export const Password = z.string().check(z.minLength(1), z.maxLength(100));
export const NEW_PASSWORD_MIN = 10;
/** 等保 2.0 (GB/T 22239-2019) 8.1.4.1 asks for some complexity; length serves people better than signs. */
export const NewPassword = z.string().check(z.minLength(NEW_PASSWORD_MIN), z.maxLength(100));
/** Eight digits, good once, told to the new colleague. */
export const InvitationCode = z.string().check(z.regex(/^\d{8}$/));

export const StaffMember = z.object({
  personId: Id,
  preferredName: z.string(),
  loginName: z.string(),
  role: StaffRole,
  /** Has not chosen a password yet. */
  isInvited: z.boolean(),
  /** The one who looks: she changes and removes others, not herself. */
  isMe: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

const member = z.strictObject({ carePointId: Id, personId: Id });
const post = { method: "POST", access: "signed-in" } as const;

/** 人员: who works at a care point, managed by its managers. */
export const staffContract = defineContract({
  name: "staff",
  errors: {
    login_name_taken: { status: 409, text: "这个登录名有人用了，换一个" },
    own_role: { status: 409, text: "自己的角色要请另一位负责人来改" },
    staff_invitation_refused: { status: 401, text: "登录名和邀请码没有对上，或者邀请码过期了，请负责人重新邀请" },
    password_wrong: { status: 409, text: "现在的密码不对，请再试一次" },
  },
  endpoints: {
    listStaff: {
      method: "GET",
      access: "signed-in",
      path: "/accounts/staff",
      summary: "Who works at a care point, for its managers; the opening is written down first",
      query: z.strictObject({ carePointId: Id }),
      response: z.object({ staff: z.array(StaffMember) }),
    },
    inviteStaff: {
      ...post,
      path: "/accounts/staff",
      summary: "Take a new colleague on; she chooses her password with the code within a day",
      keyed: true,
      body: z.strictObject({ carePointId: Id, preferredName: PreferredName, loginName: LoginName, role: StaffRole }),
      response: z.object({ member: StaffMember, code: InvitationCode, expiresAt: Instant }),
      errors: ["login_name_taken"],
    },
    acceptStaffInvitation: {
      method: "POST",
      access: "public",
      path: "/accounts/staff/invitations/accept",
      summary: "Choose the first password with the code of an invitation, and be signed in",
      body: z.strictObject({ loginName: LoginName, code: InvitationCode, password: NewPassword }),
      response: SignedIn,
      errors: ["staff_invitation_refused"],
    },
    changeStaffRole: {
      ...post,
      path: "/accounts/staff/role",
      summary: "Give a colleague another role; her sessions end, so that she signs in with it",
      body: z.strictObject({ carePointId: Id, personId: Id, role: StaffRole }),
      response: z.object({ member: StaffMember }),
      errors: ["own_role"],
    },
    removeStaff: {
      ...post,
      path: "/accounts/staff/removals",
      summary: "A colleague leaves: her role and her sessions end at once, repeating it changes nothing",
      body: member,
      response: z.object({ removed: z.literal(true) }),
      errors: ["own_role"],
    },
    changePassword: {
      ...post,
      path: "/accounts/staff/password",
      summary: "Choose another password; every other session ends",
      body: z.strictObject({ current: Password, next: NewPassword }),
      response: SignedIn,
      errors: ["password_wrong"],
    },
  },
});
