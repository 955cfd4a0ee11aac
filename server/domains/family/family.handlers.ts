import type { familyContract } from "@shared/domains/family/family.contract";
import { AppError, notFound } from "@server/core/app-error";
import { toInstant } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findKnownPeople } from "@server/domains/accounts/index";
import { carePointRegionScope } from "@server/domains/care-points/index";
import { acceptInvitation } from "./accept-invitation";
import type { BondDocument } from "./bond.model";
import { endBond } from "./end-bond";
import { familyPolicy as policy } from "./family.policy";
import { presentAct, presentBond, validLabel } from "./family.presenter";
import { findActiveBonds, findActsFor, findBondById, isStanding } from "./family.queries";
import { inviteFamily } from "./invite-family";

/** Bonds as one of their sides sees them. */
async function show(bonds: readonly BondDocument[], viewerId: string) {
  const otherSide = ({ elder, helper }: BondDocument) => (elder === viewerId ? helper : elder);
  const people = await findKnownPeople(bonds.map(otherSide));
  return bonds.map((bond) => presentBond({ bond, viewerId, person: people.get(otherSide(bond)) }));
}

export const createFamilyHandlers = (deps: Deps): Handlers<typeof familyContract> => ({
  inviteFamily: async ({ actor, authorize, body: { onBehalf, ...terms } }) => {
    const elderId = onBehalf?.elderId ?? actor.id;
    const elder = (await findKnownPeople([elderId])).get(elderId) ?? null;
    const carePointId = onBehalf?.carePointId ?? null;
    const districtId = carePointId === null ? null : await carePointRegionScope(carePointId);
    authorize(
      policy.inviteFamily(actor, { onBehalf: carePointId === null ? null : { carePointId, districtId, elder } }),
    );
    if (!elder?.hasBirthDate) throw new AppError("birth_date_needed");
    const made = await inviteFamily(deps, { elder: elderId, actorId: actor.id, carePointId, terms });
    return { code: made.code, expiresAt: toInstant(made.expiresAt), validLabel: validLabel(made) };
  },

  acceptInvitation: async ({ actor, authorize, callerAddress, body }) => {
    authorize(policy.acceptInvitation(actor, undefined));
    const bond = await acceptInvitation(deps, { ...body, actorId: actor.id, callerAddress });
    const [shown] = await show([bond], actor.id);
    if (!shown) throw new Error("a bond was not presented");
    return shown;
  },

  listBonds: async ({ actor, authorize }) => {
    authorize(policy.listBonds(actor, undefined));
    const [helping, helped] = await Promise.all([
      findActiveBonds({ helper: actor.id }),
      findActiveBonds({ elder: actor.id }),
    ]);
    const standing = [...helping, ...helped].filter((bond) => isStanding(bond, deps.clock.now()));
    const shown = await show(standing, actor.id);
    const isHelping = (_: unknown, at: number) => standing[at]?.helper === actor.id;
    return { iActFor: shown.filter(isHelping), actForMe: shown.filter((bond, at) => !isHelping(bond, at)) };
  },

  withdrawBond: async ({ actor, authorize, params: { bondId } }) => {
    const bond = await findBondById(bondId);
    if (!bond) throw notFound();
    authorize(policy.withdrawBond(actor, bond));
    await endBond({ bond, endedBy: actor.id, now: deps.clock.now() });
    return { ended: true };
  },

  listActsForMe: async ({ actor, authorize }) => {
    authorize(policy.listActsForMe(actor, undefined));
    const acts = await findActsFor(actor.id);
    const helpers = await findKnownPeople(acts.map(({ helper }) => helper));
    const now = deps.clock.now();
    return { acts: acts.map((act) => presentAct({ act, helper: helpers.get(act.helper), now })) };
  },
});
