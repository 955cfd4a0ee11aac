import type { accountsContract } from "@shared/domains/accounts/accounts.contract";
import { recordRead } from "@server/core/audit/record-read";
import { toInstant } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { carePointRegionScope } from "@server/domains/care-points/index";
import { accountsPolicy as policy } from "./accounts.policy";
import { findPerson, findResidentsOf } from "./accounts.queries";
import { LOGIN_CODE_MINUTES, makeLoginCode } from "./make-login-code";
import { registerResident } from "./register-resident";
import { showResident } from "./show-me";

type ResidentsHandlers = Pick<
  Handlers<typeof accountsContract>,
  "findResidents" | "registerResident" | "issueLoginCode"
>;

/** What staff do for residents of the district that their care point serves. */
export const createResidentsHandlers = (deps: Deps): ResidentsHandlers => ({
  findResidents: async ({ actor, authorize, body: { carePointId, search } }) => {
    authorize(policy.findResidents(actor, { carePointId }));
    const districtId = await carePointRegionScope(carePointId);
    if (districtId === null) return { residents: [] };
    const subject = { type: "residents-of-district", id: districtId };
    await recordRead({
      act: "accounts.find-residents",
      actorId: actor.id,
      subject,
      carePointId,
      now: deps.clock.now(),
    });
    const people = await findResidentsOf({ sealer: deps.sealer, districtId, search });
    return { residents: people.map((person) => showResident(deps, person)) };
  },

  registerResident: async ({ actor, authorize, key, body: { carePointId, ...body } }) => {
    authorize(policy.registerResident(actor, { carePointId }));
    const districtId = await carePointRegionScope(carePointId);
    return showResident(deps, await registerResident(deps, { actorId: actor.id, key, carePointId, districtId, body }));
  },

  issueLoginCode: async ({ actor, authorize, body: { carePointId, residentId } }) => {
    const [districtId, resident] = await Promise.all([carePointRegionScope(carePointId), findPerson(residentId)]);
    authorize(policy.issueLoginCode(actor, { carePointId, districtId, resident }));
    const wanted = { personId: residentId, actorId: actor.id, act: "issue-login-code", carePointId };
    const { code, expiresAt } = await makeLoginCode(deps, wanted);
    return { code, expiresAt: toInstant(expiresAt), validMinutes: LOGIN_CODE_MINUTES };
  },
});
