import { eraseDelivered } from "@server/core/db/erase-delivered";
import type { Deps } from "@server/core/deps";
import {
  wholeErasure,
  type DataGroup,
  type Erasure,
  type Leaving,
  type PersonalData,
} from "@server/core/personal-data";
import { findKnownPeople } from "@server/domains/accounts/index";
import { ActModel } from "./act.model";
import type { BondDocument } from "./bond.model";
import { endBond } from "./end-bond";
import { presentAct, presentBond } from "./family.presenter";
import { findActiveBonds, findActsFor } from "./family.queries";
import { InvitationModel } from "./invitation.model";
import { mergeFamily } from "./merge-family";

/** What this domain keeps about a person: her bonds on either side, her invitations, what others did for her. */
export const createFamilyPersonalData = ({ clock }: Deps): PersonalData => ({
  collections: ["bonds", "family_invitations", "family_acts"],
  exportOf: (personId) => exportOf(personId, clock.now()),
  erase,
  merge: mergeFamily,
});

/** The bonds of a person that nobody has ended, on either side. */
export const findBondsOf = async (personId: string): Promise<BondDocument[]> => [
  ...(await findActiveBonds({ elder: personId })),
  ...(await findActiveBonds({ helper: personId })),
];

async function exportOf(personId: string, now: number): Promise<readonly DataGroup[]> {
  const bonds = await findBondsOf(personId);
  const acts = await findActsFor(personId);
  const otherSide = ({ elder, helper }: BondDocument) => (elder === personId ? helper : elder);
  const people = await findKnownPeople([...bonds.map(otherSide), ...acts.map(({ helper }) => helper)]);
  const shownBonds = bonds.map((bond) =>
    presentBond({ bond, viewerId: personId, person: people.get(otherSide(bond)) }),
  );
  const shownActs = acts.map((act) => presentAct({ act, helper: people.get(act.helper), now }));
  const rows = [
    ...shownBonds.map(({ label, periodLabel }) => ({ label, text: periodLabel })),
    ...shownActs.map(({ atLabel, sentence }) => ({ label: atLabel, text: sentence })),
  ];
  return [{ title: "家人", rows, json: { bonds: shownBonds, actsForMe: shownActs } }];
}

/** Invitations first: one that is taken up meanwhile makes no bond again. Whoever acted for her is told that it is over. */
async function erase({ personId, now }: Leaving): Promise<Erasure> {
  await InvitationModel.updateMany({ elder: personId }, { $set: { expiresAt: new Date(now) } });
  for (const bond of await findBondsOf(personId)) await endBond({ bond, endedBy: personId, now });
  await ActModel.deleteMany({ elder: personId });
  return wholeErasure([
    await eraseDelivered("family_invitations", { elder: personId }),
    await eraseDelivered("bonds", { elder: personId }),
    await eraseDelivered("bonds", { helper: personId }),
  ]);
}
