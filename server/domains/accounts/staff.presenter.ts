import type { StaffMember } from "@shared/domains/accounts/staff.contract";
import type { CredentialDocument } from "./credential.model";
import type { PersonDocument } from "./person.model";

interface Seen {
  readonly person: Pick<PersonDocument, "_id" | "preferredName" | "memberships">;
  readonly credential: Pick<CredentialDocument, "loginName" | "invitation"> | null | undefined;
  readonly carePointId: string;
  /** Who looks. */
  readonly actorId: string;
}

/** A colleague as the manager of a care point sees her. */
export function presentStaffMember({ person, credential, carePointId, actorId }: Seen): StaffMember {
  const membership = person.memberships.find((held) => held.carePointId === carePointId);
  return {
    personId: person._id,
    preferredName: person.preferredName ?? "没有留称呼",
    loginName: credential?.loginName ?? "没有登录名",
    role: membership?.role ?? "care_point_staff",
    isInvited: credential?.invitation !== undefined,
    isMe: person._id === actorId,
  };
}
