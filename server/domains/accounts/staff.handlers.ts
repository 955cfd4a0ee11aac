import type { staffContract } from "@shared/domains/accounts/staff.contract";
import { recordRead } from "@server/core/audit/record-read";
import { toInstant } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { acceptStaffInvitation } from "./accept-staff-invitation";
import { changePassword } from "./change-password";
import { changeStaffRole, removeStaff } from "./change-staff";
import { inviteStaff } from "./invite-staff";
import type { PersonDocument } from "./person.model";
import { startSession } from "./sessions";
import { requireMe, showMe } from "./show-me";
import { staffPolicy as policy } from "./staff.policy";
import { presentStaffMember } from "./staff.presenter";
import { findCredentialOf, findStaff } from "./staff.queries";

export function createStaffHandlers(deps: Deps): Handlers<typeof staffContract> {
  const signIn = async (person: PersonDocument, act: string) => ({
    token: await startSession(deps, { person, act: `staff.${act}` }),
    me: await showMe(deps, person),
  });
  return {
    listStaff: async ({ actor, authorize, query: { carePointId } }) => {
      authorize(policy.listStaff(actor, { carePointId }));
      const subject = { type: "staff-list", id: carePointId };
      await recordRead({ actorId: actor.id, act: "staff.list-staff", subject, carePointId, now: deps.clock.now() });
      const staff = await findStaff(carePointId);
      return { staff: staff.map((seen) => presentStaffMember({ ...seen, carePointId, actorId: actor.id })) };
    },

    inviteStaff: async ({ actor, authorize, key, body }) => {
      authorize(policy.inviteStaff(actor, body));
      const { code, expiresAt, ...seen } = await inviteStaff(deps, { actorId: actor.id, key, body });
      const member = presentStaffMember({ ...seen, carePointId: body.carePointId, actorId: actor.id });
      return { member, code, expiresAt: toInstant(expiresAt.getTime()) };
    },

    acceptStaffInvitation: async ({ body, callerAddress }) => {
      await deps.limits.consume("credential", callerAddress);
      return signIn(await acceptStaffInvitation(deps, { ...body, callerAddress }), "accept-staff-invitation");
    },

    changeStaffRole: async ({ actor, authorize, body }) => {
      authorize(policy.changeStaffRole(actor, body));
      const person = await changeStaffRole(deps, { actorId: actor.id, ...body });
      const credential = await findCredentialOf(person._id);
      return {
        member: presentStaffMember({ person, credential, carePointId: body.carePointId, actorId: actor.id }),
      };
    },

    removeStaff: async ({ actor, authorize, body }) => {
      authorize(policy.removeStaff(actor, body));
      await removeStaff(deps, { actorId: actor.id, ...body });
      return { removed: true };
    },

    changePassword: async ({ actor, authorize, body }) => {
      authorize(policy.changePassword(actor));
      await changePassword(deps, { personId: actor.id, ...body });
      return signIn(await requireMe(actor.id), "change-password");
    },
  };
}
