import { expect, test } from "@jest/globals";
import type { Contract } from "@shared/core/endpoint";
import { contracts } from "@shared/domains/index";
import { errorListOf } from "@server/core/http/error-handler";

const contract = (name: string, errors: Contract["errors"]): Contract => ({ name, errors, endpoints: {} });

test("two contracts may share a code, and only with one meaning", () => {
  const soldOut = { status: 409, text: "订完了" };
  expect(errorListOf([contract("meals", { soldOut }), contract("visits", { soldOut })])).toMatchObject({ soldOut });
  const other = { status: 409, text: "约满了" };
  expect(() => errorListOf([contract("meals", { soldOut }), contract("visits", { soldOut: other })])).toThrow(
    "soldOut",
  );
});

test("no contract takes a common code for something else", () => {
  const taken = contract("visits", { not_found: { status: 404, text: "没有这个约定" } });
  expect(() => errorListOf([taken])).toThrow("not_found");
  expect(Object.keys(errorListOf(Object.values(contracts)))).toContain("meal_sold_out");
});
