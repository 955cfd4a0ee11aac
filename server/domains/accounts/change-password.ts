import { AppError } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { CredentialModel } from "./credential.model";
import { hashPassword, isPassword } from "./passwords";
import { endSessionsOf } from "./sessions";

interface PasswordChange {
  readonly personId: string;
  readonly current: string;
  readonly next: string;
}

/**
 * Chooses another password. Every session ends, the one that asked too: the caller starts a fresh one. The current
 * password is asked for, since a tablet at the counter is soon left lying; attempts are counted.
 * @throws AppError password_wrong or slow_down
 */
export async function changePassword(deps: Deps, { personId, current, next }: PasswordChange): Promise<void> {
  const counted = `password of ${personId}`;
  await deps.limits.consume("secret", counted);
  const credential = await CredentialModel.findOne({ personId }).lean();
  const isRight = await isPassword({ passwordHash: credential?.passwordHash, password: current });
  if (!credential || !isRight) throw new AppError("password_wrong");
  const passwordHash = await hashPassword(next);
  // As it was read: of two changes at once one holds, and the other is told that the password is another by now.
  const changed = await CredentialModel.updateOne(
    { _id: credential._id, passwordHash: credential.passwordHash ?? "" },
    { $set: { passwordHash } },
  );
  if (changed.modifiedCount === 0) throw new AppError("password_wrong");
  await deps.limits.forgive("secret", counted);
  await endSessionsOf(deps, personId);
}
