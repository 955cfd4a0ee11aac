import type { Deps } from "@server/core/deps";
import { IdentityModel, openOpenid } from "./identity.model";
import { mapPeople } from "./people-by-id";
import { openPhone } from "./personal-values";

/** How to reach a person. */
export interface Contact {
  readonly preferredName: string | null;
  /** Eleven digits; null when she has left none. */
  readonly phone: string | null;
}

/** Names and phones by person. Whoever shows them to staff notes the read down first. */
export const findContacts = ({ sealer }: Pick<Deps, "sealer">, ids: readonly string[]): Promise<Map<string, Contact>> =>
  mapPeople({ ids, fields: ["preferredName", "phone"] }, (person) => ({
    preferredName: person.preferredName,
    phone: openPhone(sealer, person),
  }));

/** The person's WeChat, as this mini-program's messages address it; null when she never signed in there. */
export async function findWechatOpenid({ sealer }: Pick<Deps, "sealer">, personId: string): Promise<string | null> {
  const identity = await IdentityModel.findOne({ personId }).lean();
  return identity && openOpenid(sealer, identity);
}
