import { describe, expect, test } from "@jest/globals";
import type { Actor } from "@server/core/policy";
import { accountsPolicy, checkManager, checkMembership } from "@server/domains/accounts/accounts.policy";

const CANTEEN = "canteen";
const actor = (...memberships: Actor["memberships"]): Actor => ({
  id: "someone",
  sessionId: "session",
  memberships,
  offices: [],
});
const actors = {
  elder: actor(),
  cook: actor({ carePointId: CANTEEN, role: "care_point_staff" }),
  manager: actor({ carePointId: CANTEEN, role: "care_point_manager" }),
  foreignManager: actor({ carePointId: "elsewhere", role: "care_point_manager" }),
};
type Name = keyof typeof actors;
const everyone = Object.keys(actors) as Name[];

describe("own affairs are everyone's", () => {
  test.each(["getMe", "completeOnboarding", "chooseCommunity", "signOut"] as const)("%s", (endpoint) => {
    for (const name of everyone) expect(accountsPolicy[endpoint](actors[name], undefined)).toBe("allow");
  });
});

describe("residents are the staff's of that care point", () => {
  test.each(["findResidents", "registerResident"] as const)("%s", (endpoint) => {
    const decisions = everyone.map((name) => accountsPolicy[endpoint](actors[name], { carePointId: CANTEEN }));
    expect(decisions).toEqual(["forbidden", "allow", "allow", "forbidden"]);
  });

  const neighbour = { districtId: "hongqi", memberships: [] };
  test.each([
    ["a resident of the district", neighbour, "hongqi", "allow"],
    ["nobody", null, "hongqi", "not_found"],
    ["a resident of another district", { ...neighbour, districtId: "muye" }, "hongqi", "not_found"],
    ["somebody who chose no community", { ...neighbour, districtId: null }, "hongqi", "not_found"],
    [
      "a colleague, whose rights the code would open",
      { ...neighbour, memberships: [{ carePointId: "elsewhere", role: "care_point_staff" as const }] },
      "hongqi",
      "not_found",
    ],
    [
      "somebody homeless, by staff of a care point without a district",
      { ...neighbour, districtId: null },
      null,
      "not_found",
    ],
  ] as const)("a login code for %s", (_title, resident, districtId, decision) => {
    const facts = { carePointId: CANTEEN, districtId, resident };
    expect(accountsPolicy.issueLoginCode(actors.cook, facts)).toBe(decision);
    expect(accountsPolicy.issueLoginCode(actors.foreignManager, facts)).toBe("forbidden");
    expect(accountsPolicy.issueLoginCode(actors.elder, facts)).toBe("forbidden");
  });
});

test("membership is of one care point, in whatever role", () => {
  expect(everyone.map((name) => checkMembership(actors[name], CANTEEN))).toEqual([false, true, true, false]);
});

test("a manager is one of that care point; whoever works there is not, nor the manager of another", () => {
  expect(everyone.map((name) => checkManager(actors[name], CANTEEN))).toEqual([false, false, true, false]);
});
