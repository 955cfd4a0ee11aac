import { trusted } from "@server/core/db/trusted";
import { CredentialModel, type CredentialDocument } from "./credential.model";
import { PersonModel, type PersonDocument } from "./person.model";

/** More than any canteen has. */
const STAFF_AT_MOST = 200;

/** Who works at a care point, with the names they sign in by. */
export async function findStaff(carePointId: string) {
  const people = await PersonModel.find({ "memberships.carePointId": carePointId })
    .select({ preferredName: 1, memberships: 1, createdAt: 1 })
    .sort({ createdAt: 1 })
    .limit(STAFF_AT_MOST)
    .lean<PersonDocument[]>();
  const credentials = await CredentialModel.find({ personId: trusted({ $in: people.map(({ _id }) => _id) }) })
    .select({ personId: 1, loginName: 1, invitation: 1 })
    .limit(STAFF_AT_MOST)
    .lean<CredentialDocument[]>();
  const credentialOf = new Map(credentials.map((credential) => [credential.personId, credential]));
  return people.map((person) => ({ person, credential: credentialOf.get(person._id) }));
}

export const findCredentialOf = (personId: string): Promise<CredentialDocument | null> =>
  CredentialModel.findOne({ personId }).lean<CredentialDocument>().exec();
