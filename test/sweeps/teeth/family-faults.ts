import type { Fault } from "./fault";

const QUERIES = "server/domains/family/family.queries.ts";
const ACCEPT = "server/domains/family/accept-invitation.ts";
const INVITE = "server/domains/family/invite-family.ts";
const BONDS = "test/domains/family/bonds.api.test.ts";
const INVITATIONS = "test/domains/family/invitations.api.test.ts";

/** Faults in who comes to act for an elder, for what, and until when. */
export const familyFaults: readonly Fault[] = [
  {
    id: "a bond holds beyond its time",
    file: QUERIES,
    find: "(expiresAt === null || now < expiresAt.getTime())",
    replace: "(expiresAt === null || now > 0)",
    mustFail: { file: BONDS, test: "holds no more from the first moment after its last day" },
  },
  {
    id: "who may act is asked of ended bonds, too",
    file: "server/domains/family/end-bond.ts",
    find: "      $unset: { active: 1 },\n",
    replace: "",
    mustFail: { file: BONDS, test: "ends it at once; again changes nothing" },
  },
  {
    id: "anybody ends a bond",
    file: "server/domains/family/family.policy.ts",
    find: 'actor.id === helper ? "allow" : "not_found"',
    replace: 'actor.id === helper ? "allow" : "allow"',
    mustFail: { file: BONDS, test: "for everybody else it is as absent" },
  },
  {
    id: "whoever acts for an elder orders for her, whatever she allowed",
    file: "server/domains/meals/meals.policy.ts",
    find: 'facts.bond?.scopes.includes("meals")',
    replace: "facts.bond",
    mustFail: { file: "test/domains/meals/acting-for.api.test.ts", test: "bound for other things" },
  },
  {
    id: "the leave to order opens health notes",
    file: "server/domains/care-notes/care-notes.policy.ts",
    find: 'bond?.scopes.includes("care_notes") === true',
    replace: "bond !== null",
    mustFail: { file: "test/domains/care-notes/care-notes.api.test.ts", test: "when he may act for meals only" },
  },
  {
    id: "an invitation is good for a second person",
    file: ACCEPT,
    find: "    { ...inTime, usedBy: null },\n",
    replace: "    { ...inTime },\n",
    mustFail: { file: INVITATIONS, test: "for one that somebody else used" },
  },
  {
    id: "an invitation is good for ever",
    file: ACCEPT,
    find: "const inTime = { _id, expiresAt: trusted({ $gt: new Date(now) }) };",
    replace: "const inTime = { _id }; void trusted; void now;",
    mustFail: { file: INVITATIONS, test: "from the first moment after its time" },
  },
  {
    id: "the six digits alone are enough",
    file: ACCEPT,
    find: "!(await isBirthDateOf(sealer, { personId: invitation.elder, birthDate }))",
    replace: "!(await isBirthDateOf(sealer, { personId: invitation.elder, birthDate }).then(() => true))",
    mustFail: { file: INVITATIONS, test: "for another birth date" },
  },
  {
    id: "earlier invitations stay alive",
    file: INVITE,
    find: "  await endEarlierInvitations(inviting.elder, now);\n",
    replace: "  void endEarlierInvitations;\n",
    mustFail: { file: INVITATIONS, test: "a new one ends the earlier one" },
  },
  {
    id: "the digits of an invitation stand in the database",
    file: INVITE,
    find: 'sealer.blindIndex("family_invitations.code", code)',
    replace: "code",
    mustFail: { file: INVITATIONS, test: "its digits stand nowhere" },
  },
  {
    id: "digits may be guessed for ever",
    file: ACCEPT,
    find: '  await limits.consume("secret", counted);\n',
    replace: "",
    mustFail: { file: "test/domains/family/invitation-limits.api.test.ts", test: "five wrong ones in a quarter" },
  },
];
