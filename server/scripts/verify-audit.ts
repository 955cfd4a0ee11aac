import { readExportedHeads } from "../core/audit/audit-heads";
import { readChain } from "../core/audit/read-chain";
import { verifyChain } from "../core/audit/verify-chain";
import { createSealer } from "../core/crypto/sealer";
import { withDatabase } from "./with-database";

/**
 * npm run verify-audit   reads the whole audit chain and compares it with the heads that were exported each night;
 *                        exit code 1 and the first place that is not as it was written when it is broken
 *
 * Keep copies of <DATA_DIR>/audit-heads.jsonl on another computer: they are what a rewritten chain cannot match.
 */
await withDatabase(async (env) => {
  const heads = await readExportedHeads(env.dataDir);
  const verdict = await verifyChain(readChain(), { sealer: createSealer(env), heads });
  if (!verdict.isWhole) throw new Error(`Chain broken at seq ${verdict.seq}: ${verdict.why}.`);
  console.log(`${verdict.entries} entries, chain whole`);
});
