import { trusted } from "@server/core/db/trusted";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { findPerson, findPersonByPhone } from "./accounts.queries";
import { IdentityModel } from "./identity.model";
import { PersonMergeModel } from "./person-merge.model";
import { isStaff } from "./person.model";

interface Asking {
  readonly personId: string;
  /** Verified by WeChat, and already somebody else's here. */
  readonly phone: string;
}

/**
 * Puts the question whether the two are one person, where it can be asked: the other is a record that staff made, nobody
 * signs in to it by WeChat, and neither of the two works anywhere, for a role is never handed over by a phone number.
 */
export async function askToMerge({ sealer, clock }: Pick<Deps, "sealer" | "clock">, asking: Asking): Promise<void> {
  const { personId, phone } = asking;
  const [record, person] = await Promise.all([findPersonByPhone(sealer, phone), findPerson(personId)]);
  if (!record || !person || record._id === personId || record.registration === undefined) return;
  if (isStaff(record) || isStaff(person)) return;
  if (await IdentityModel.exists({ personId: record._id })) return;
  try {
    await PersonMergeModel.updateOne(
      // A yes that was given stays given.
      { _id: personId, state: trusted({ $in: ["asked", "declined"] as const }) },
      { $set: { recordId: record._id, state: "asked", at: new Date(clock.now()) } },
      { upsert: true },
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
