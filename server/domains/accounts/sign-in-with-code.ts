import { AppError } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { trusted } from "@server/core/db/trusted";
import { findPerson } from "./accounts.queries";
import { LoginCodeModel } from "./login-code.model";
import { loginCodeIndexOf } from "./make-login-code";
import { isStaff, type PersonDocument } from "./person.model";

/**
 * A code is good once and for ten minutes: one conditional update takes it, so of two at once one wins. It opens
 * residents' accounts only; staff have a password.
 * @throws AppError sign_in_failed for a wrong, used or late code alike
 */
export async function findPersonByCode({ sealer, clock }: Deps, code: string): Promise<PersonDocument> {
  const now = new Date(clock.now());
  const taken = await LoginCodeModel.findOneAndUpdate(
    { _id: loginCodeIndexOf(sealer, code), usedAt: null, expiresAt: trusted({ $gt: now }) },
    { $set: { usedAt: now } },
  ).lean();
  const person = taken && (await findPerson(taken.personId));
  if (!person || isStaff(person)) throw new AppError("sign_in_failed");
  return person;
}
