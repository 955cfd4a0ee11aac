import { describe, expect, test } from "@jest/globals";
import type { Actor } from "@server/core/policy";
import { mealsPolicy } from "@server/domains/meals/meals.policy";
import { StaffRole } from "@shared/core/roles";
import type { FamilyScope } from "@shared/domains/family/family.contract";

const person = (id: string, memberships: Actor["memberships"] = []): Actor => ({
  id,
  sessionId: "session",
  memberships,
  offices: [],
});

describe("who may do what with a meal", () => {
  test("is complete: every act of the contract that needs somebody signed in, and no other", () => {
    expect(Object.keys(mealsPolicy).sort()).toEqual(
      ["bookMeal", "cancelMealBooking", "getMealBooking", "listMealBookings"].sort(),
    );
  });

  test.each(Object.entries(mealsPolicy))("%s: the elder herself", (_, policy) => {
    expect(policy(person("elder"), { elder: "elder", bond: null })).toBe("allow");
  });

  test.each(Object.entries(mealsPolicy))("%s: whom she lets order for her, and only for that", (_, policy) => {
    const bondFor = (...scopes: FamilyScope[]) => ({ elder: "elder", bond: { scopes } });
    expect(policy(person("daughter"), bondFor("meals"))).toBe("allow");
    expect(policy(person("daughter"), bondFor("care_notes", "meals"))).toBe("allow");
    expect(policy(person("daughter"), bondFor("care_notes"))).toBe("not_found");
    expect(policy(person("daughter"), bondFor())).toBe("not_found");
  });

  test.each(Object.entries(mealsPolicy))("%s: for everybody else it does not exist, staff included", (_, policy) => {
    expect(policy(person("stranger"), { elder: "elder", bond: null })).toBe("not_found");
    for (const role of StaffRole.options) {
      const cook = person("cook", [{ carePointId: "canteen", role }]);
      expect(policy(cook, { elder: "elder", bond: null })).toBe("not_found");
    }
  });
});
