import { expect, test } from "@jest/globals";
import { codeOf, sourceFiles } from "../files/source-files";

/** Who may name the chain's collection, and what for. */
const namers = [
  "server/core/audit/append-audit.ts",
  "server/core/audit/audit-reason.ts",
  "server/core/audit/audit.model.ts",
  "server/core/audit/read-chain.ts",
  "server/migrations/20261122061800-audit.ts",
  "server/sealed-fields.ts",
];

const product = sourceFiles("server");
const filesWith = (pattern: RegExp) => product.filter((file) => pattern.test(codeOf(file))).map(({ path }) => path);

test("the audit chain is named where it is appended, read and sealed anew, and nowhere else (R-A1)", () => {
  expect(filesWith(/\bAUDIT_COLLECTION\b|audit_entries/).sort()).toEqual(namers);
});

test("the relay alone appends to it", () => {
  expect(filesWith(/\bappendAudit\(/)).toEqual(["server/core/audit/append-audit.ts", "server/core/outbox/relay.ts"]);
});
