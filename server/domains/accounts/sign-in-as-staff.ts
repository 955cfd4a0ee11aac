import { AppError } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { toNameKey } from "@server/core/pinyin";
import { findPerson } from "./accounts.queries";
import { CredentialModel } from "./credential.model";
import { isPassword } from "./passwords";
import type { PersonDocument } from "./person.model";

interface StaffAttempt {
  readonly name: string;
  readonly password: string;
  readonly callerAddress: string;
}

/**
 * Five attempts in a quarter of an hour by name and by address; then everyone waits, also with the right password, and
 * nobody is locked out for ever. A name nobody has is answered alike, after the same work.
 * @throws AppError sign_in_failed or slow_down
 */
export async function findPersonByPassword({ limits }: Deps, attempt: StaffAttempt): Promise<PersonDocument> {
  const nameKey = toNameKey(attempt.name);
  const counted = [`staff name ${nameKey}`, `staff address ${attempt.callerAddress}`];
  for (const key of counted) await limits.consume("secret", key);
  const credential = await CredentialModel.findById(nameKey).lean();
  const isRight = await isPassword({ passwordHash: credential?.passwordHash, password: attempt.password });
  const person = credential && isRight ? await findPerson(credential.personId) : null;
  if (!person) throw new AppError("sign_in_failed");
  for (const key of counted) await limits.forgive("secret", key);
  return person;
}
