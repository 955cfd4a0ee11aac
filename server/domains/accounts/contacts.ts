import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { IdentityModel, openOpenid } from "./identity.model";
import { PersonModel, type PersonDocument } from "./person.model";
import { openPhone } from "./personal-values";

/** How to reach a person. */
export interface Contact {
  readonly preferredName: string | null;
  /** Eleven digits; null when she has left none. */
  readonly phone: string | null;
}

type ContactFields = Pick<PersonDocument, "_id" | "preferredName" | "phone">;

/** Names and phones by person. Whoever shows them to staff notes the read down first. */
export async function findContacts(
  { sealer }: Pick<Deps, "sealer">,
  personIds: readonly string[],
): Promise<Map<string, Contact>> {
  if (personIds.length === 0) return new Map();
  const people = await PersonModel.find({ _id: trusted({ $in: [...new Set(personIds)] }) })
    .select({ preferredName: 1, phone: 1 })
    .limit(personIds.length)
    .lean<ContactFields[]>();
  return new Map(
    people.map((person) => [person._id, { preferredName: person.preferredName, phone: openPhone(sealer, person) }]),
  );
}

/** The person's WeChat, as this mini-program's messages address it; null when she never signed in there. */
export async function findWechatOpenid({ sealer }: Pick<Deps, "sealer">, personId: string): Promise<string | null> {
  const identity = await IdentityModel.findOne({ personId }).lean();
  return identity && openOpenid(sealer, identity);
}
