import type { Fault } from "./fault";

const CHAIN = "test/domains/core/audit-chain.rules.test.ts";
const AUDIT = "test/domains/core/audit.api.test.ts";
const RACE = "test/domains/core/audit.race.test.ts";
const KEYS = "test/sweeps/privacy/field-keys.test.ts";

/** Breaks of the audit chain, of recorded reads and of the change of keys. */
export const auditFaults: readonly Fault[] = [
  {
    id: "the chain's places are not unique",
    file: "server/migrations/20261122061800-audit.ts",
    find: "key: { stream: 1, seq: 1 }, unique: true",
    replace: "key: { stream: 1, seq: 1 }",
    mustFail: { file: RACE, test: "over fifty events each, one after the other: one chain, none lost" },
  },
  {
    id: "an entry does not carry its event's id",
    file: "server/core/audit/append-audit.ts",
    find: "    _id: id,\n",
    replace: "    _id: `${id} ${seq}`,\n",
    mustFail: { file: AUDIT, test: "a batch whose delivery fails comes again and is not appended again" },
  },
  {
    id: "the hash leaves the care point out",
    file: "server/core/audit/audit-hash.ts",
    find: "forPersonId, carePointId, reasonDigest];",
    replace: "forPersonId, reasonDigest];",
    mustFail: { file: CHAIN, test: "one flipped byte of carePointId, any" },
  },
  {
    id: "exported heads are not compared",
    file: "server/core/audit/verify-chain.ts",
    find: "head.seq === seq && head.hash !== entry.hash",
    replace: "head.seq === seq && head.hash === entry.previous",
    mustFail: { file: CHAIN, test: "a chain written anew as a whole does not fit the exported heads" },
  },
  {
    id: "a read that could not be recorded goes on",
    file: "server/core/audit/record-read.ts",
    find: "[auditEvent(read)] });",
    replace: "[auditEvent(read)] }).catch(() => undefined);",
    mustFail: { file: AUDIT, test: "that cannot be written down does not happen" },
  },
  {
    id: "a change of keys overwrites what changed meanwhile",
    file: "server/core/crypto/reseal.ts",
    find: "filter: { _id, [field.field]: sealed }",
    replace: "filter: { _id }",
    mustFail: { file: KEYS, test: "a value that changes meanwhile keeps its change, and is told of" },
  },
];
