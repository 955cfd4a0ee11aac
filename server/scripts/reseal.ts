import { reseal } from "../core/crypto/reseal";
import { createSealer } from "../core/crypto/sealer";
import { database } from "../core/db/connect";
import { allDomains } from "../domains/index";
import { sealedFields } from "../sealed-fields";
import { withDatabase } from "./with-database";

/**
 * npm run reseal   seals every personal value anew under the first of FIELD_KEYS; the app may run
 *
 * To change the key: put a new pair in front of FIELD_KEYS, restart every server, run this until it says that nothing is
 * left, take the old pair out, restart. Copies made before need the old key: keep it as long as you keep them.
 */
await withDatabase(async (env) => {
  const sealer = createSealer(env);
  let left = 0;
  for (const field of sealedFields(allDomains)) {
    const { resealed, missed, unreadable } = await reseal({ db: database(), sealer, field });
    left += missed + unreadable;
    const place = `${field.collection}.${field.field}`;
    console.log(`${place}: ${resealed} sealed anew, ${missed} changed meanwhile, ${unreadable} no key opens`);
  }
  if (left > 0) throw new Error(`${left} values are not under the newest key: leave the old keys and run this again.`);
  console.log("Nothing is left under another key than the newest.");
});
