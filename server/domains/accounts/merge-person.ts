import { eraseDelivered } from "@server/core/db/erase-delivered";
import type { Deps } from "@server/core/deps";
import { wholeErasure, type Erasure, type Merging } from "@server/core/personal-data";
import { findPerson } from "./accounts.queries";
import { IdentityModel } from "./identity.model";
import { LoginCodeModel } from "./login-code.model";
import { PersonModel, type PersonDocument } from "./person.model";
import { SessionModel } from "./session.model";

/**
 * Brings the ways in of one person to another, who keeps phone and birth date. What she calls herself and where she says
 * that she lives outranks what staff wrote down. Her sessions go on, as the other.
 */
export async function mergePerson({ actors }: Pick<Deps, "actors">, { from, to, now }: Merging): Promise<Erasure> {
  const person = await findPerson(from);
  if (person) await PersonModel.updateOne({ _id: to }, { $set: { ...ownWordsOf(person) } });
  await LoginCodeModel.updateMany({ personId: from }, { $set: { expiresAt: new Date(now) } });
  await IdentityModel.updateMany({ personId: from }, { $set: { personId: to } });
  await SessionModel.updateMany({ personId: from }, { $set: { personId: to } });
  actors.forget(from);
  return wholeErasure([
    await eraseDelivered("login_codes", { personId: from }),
    await eraseDelivered("people", { _id: from }),
  ]);
}

function ownWordsOf({ preferredName, searchKeys, communityId, districtId }: PersonDocument): Partial<PersonDocument> {
  return {
    ...(preferredName === null ? {} : { preferredName, searchKeys }),
    ...(communityId === null ? {} : { communityId, districtId }),
  };
}
