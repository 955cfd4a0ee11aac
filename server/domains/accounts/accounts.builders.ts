import type { ServiceDate } from "@shared/core/primitives";
import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import { findRegion } from "@server/domains/regions/index";
import { homeIn } from "./complete-onboarding";
import { PersonModel, type Membership, type Office, type PersonDocument } from "./person.model";
import { sealBirthDate, sealPhone, searchKeysOf } from "./personal-values";

interface BuildPerson {
  readonly id?: string;
  /** Null: somebody who just came in by WeChat. */
  readonly preferredName?: string | null;
  readonly birthDate?: ServiceDate | null;
  readonly phone?: string;
  readonly communityId?: string;
  readonly memberships?: readonly Membership[];
  readonly offices?: readonly Office[];
  readonly demo?: PersonDocument["demo"];
}

/** Writes a person, by default 王阿姨 born 1948-05-06 without phone, community or role; the same id twice is one person. */
export async function buildPerson(
  { sealer, clock }: Pick<Deps, "sealer" | "clock">,
  overrides: BuildPerson = {},
): Promise<PersonDocument> {
  const { id = newId(), preferredName = "王阿姨", birthDate = "1948-05-06", phone, communityId } = overrides;
  const community = communityId === undefined ? null : await findRegion(communityId);
  const person: PersonDocument = {
    _id: id,
    preferredName,
    searchKeys: preferredName === null ? [] : searchKeysOf(preferredName),
    birthDate: birthDate === null ? null : sealBirthDate({ sealer, personId: id }, birthDate),
    ...(phone === undefined ? { phone: null } : sealPhone({ sealer, personId: id }, phone)),
    ...(community ? homeIn(community) : { communityId: null, districtId: null }),
    memberships: overrides.memberships ?? [],
    ...(overrides.offices ? { offices: overrides.offices } : {}),
    demo: overrides.demo ?? null,
    createdAt: new Date(clock.now()),
  };
  const { _id, ...rest } = person;
  await PersonModel.updateOne({ _id }, { $set: rest }, { upsert: true });
  return person;
}
