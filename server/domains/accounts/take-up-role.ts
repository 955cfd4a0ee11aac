import { trusted } from "@server/core/db/trusted";
import { PersonModel, type Membership, type PersonDocument } from "./person.model";
import { SessionModel } from "./session.model";

interface TakingUp {
  readonly personId: string;
  /** What was promised to her; where she works there already it takes the place of her role. */
  readonly membership: Membership;
}

/**
 * Somebody takes up the role that was promised with her invitation. Sessions from before end: whoever holds one signed in
 * without the password. For a transaction of the caller; whoever commits it forgets the actor.
 * @returns null when there is no such person any more
 */
export async function takeUpRole({ personId, membership }: TakingUp): Promise<PersonDocument | null> {
  const { carePointId, role } = membership;
  const changed = { returnDocument: "after" } as const;
  const person =
    (await PersonModel.findOneAndUpdate(
      { _id: personId, "memberships.carePointId": carePointId },
      { $set: { "memberships.$.role": role } },
      changed,
    ).lean<PersonDocument>()) ??
    (await PersonModel.findOneAndUpdate(
      { _id: personId, "memberships.carePointId": trusted({ $ne: carePointId }) },
      { $push: { memberships: membership } },
      changed,
    ).lean<PersonDocument>());
  await SessionModel.deleteMany({ personId });
  return person;
}
