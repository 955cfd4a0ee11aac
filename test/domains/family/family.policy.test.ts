import { describe, expect, test } from "@jest/globals";
import { StaffRole } from "@shared/core/roles";
import type { Actor } from "@server/core/policy";
import { familyPolicy as policy } from "@server/domains/family/family.policy";

const person = (id: string, memberships: Actor["memberships"] = []): Actor => ({
  id,
  sessionId: "session",
  memberships,
  offices: [],
});
const staffOf = (carePointId: string, role: StaffRole = "care_point_staff") => person("cook", [{ carePointId, role }]);
const elder = { districtId: "hongqi", isStaff: false };
const here = { carePointId: "canteen", districtId: "hongqi", elder };

describe("who may invite", () => {
  test("the elder for herself", () => {
    expect(policy.inviteFamily(person("wang"), { onBehalf: null })).toBe("allow");
  });

  test.each(StaffRole.options)("%s of a care point, for an elder of its district", (role) => {
    expect(policy.inviteFamily(staffOf("canteen", role), { onBehalf: here })).toBe("allow");
  });

  test("a stranger, and staff of another care point, are told that it is not theirs, whoever the elder is", () => {
    for (const actor of [person("stranger"), staffOf("elsewhere")]) {
      expect(policy.inviteFamily(actor, { onBehalf: here })).toBe("forbidden");
      expect(policy.inviteFamily(actor, { onBehalf: { ...here, elder: null } })).toBe("forbidden");
    }
  });

  test("for staff an elder of another district, a colleague and nobody at all read the same", () => {
    const others = [
      { ...elder, districtId: "muye" },
      { ...elder, districtId: null },
      { ...elder, isStaff: true },
      null,
    ];
    for (const other of others) {
      expect(policy.inviteFamily(staffOf("canteen"), { onBehalf: { ...here, elder: other } })).toBe("not_found");
    }
    const nowhere = { carePointId: "canteen", districtId: null, elder: { ...elder, districtId: null } };
    expect(policy.inviteFamily(staffOf("canteen"), { onBehalf: nowhere })).toBe("not_found");
  });
});

describe("who may end a bond", () => {
  const bond = { elder: "wang", helper: "min" };
  test("either side, and for everybody else it does not exist", () => {
    expect([policy.withdrawBond(person("wang"), bond), policy.withdrawBond(person("min"), bond)]).toEqual([
      "allow",
      "allow",
    ]);
    for (const other of [person("stranger"), staffOf("canteen", "care_point_manager")]) {
      expect(policy.withdrawBond(other, bond)).toBe("not_found");
    }
  });
});

test("lists and codes name nobody else", () => {
  for (const act of ["acceptInvitation", "listBonds", "listActsForMe"] as const) {
    expect(policy[act](person("anybody"), undefined)).toBe("allow");
  }
});
