import { hashToken, newToken } from "@server/core/crypto/tokens";
import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonModel, type Membership } from "@server/domains/accounts/person.model";
import { SessionModel } from "@server/domains/accounts/session.model";

/** Somebody signed in. */
export interface BenchPerson {
  readonly id: string;
  readonly headers: { readonly authorization: string };
}

const DAY_MS = 86_400_000;
const AT_ONCE = 1_000;

interface Crowd {
  readonly communityId: string;
  readonly memberships?: readonly Membership[];
}

/** Writes so many people, alike but for their ids, each with a session. */
export async function seedPeople(deps: Deps, count: number, crowd: Crowd): Promise<BenchPerson[]> {
  const { _id: _first, ...alike } = await buildPerson(deps, { birthDate: null, ...crowd });
  const people: BenchPerson[] = [];
  while (people.length < count) {
    const tokens = Array.from({ length: Math.min(AT_ONCE, count - people.length) }, newToken);
    const ids = tokens.map(newId);
    await PersonModel.collection.insertMany(ids.map((_id) => ({ ...alike, _id })) as never);
    await SessionModel.collection.insertMany(
      tokens.map((token, at) => sessionOf({ token, personId: ids[at] ?? "", now: deps.clock.now() })) as never,
    );
    people.push(...tokens.map((token, at) => ({ id: ids[at] ?? "", headers: { authorization: `Bearer ${token}` } })));
  }
  return people;
}

/** Whether staff or resident, a session as a sign-in a moment ago leaves it. */
const sessionOf = ({ token, personId, now }: { token: string; personId: string; now: number }) => ({
  _id: hashToken(token),
  personId,
  kind: "resident",
  endsAt: new Date(now + 365 * DAY_MS),
  expiresAt: new Date(now + 60 * DAY_MS),
});
