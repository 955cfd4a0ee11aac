import { describe, expect, test } from "@jest/globals";
import type { Actor } from "@server/core/policy";
import { mealsPolicy } from "@server/domains/meals/meals.policy";
import { StaffRole } from "@shared/core/roles";

const person = (id: string, memberships: Actor["memberships"] = []): Actor => ({
  id,
  sessionId: "session",
  memberships,
});

describe("who may do what with a meal", () => {
  test("is complete: every act of the contract that needs somebody signed in, and no other", () => {
    expect(Object.keys(mealsPolicy).sort()).toEqual(
      ["bookMeal", "cancelMealBooking", "getMealBooking", "listMealBookings"].sort(),
    );
  });

  test.each(Object.entries(mealsPolicy))("%s: the elder herself", (_, policy) => {
    expect(policy(person("elder"), { elder: "elder" })).toBe("allow");
  });

  test.each(Object.entries(mealsPolicy))("%s: for everybody else it does not exist, staff included", (_, policy) => {
    expect(policy(person("stranger"), { elder: "elder" })).toBe("not_found");
    for (const role of StaffRole.options) {
      expect(policy(person("cook", [{ carePointId: "canteen", role }]), { elder: "elder" })).toBe("not_found");
    }
  });
});
