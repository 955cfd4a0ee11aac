import { randomInt } from "node:crypto";
import { auditEvent } from "@server/core/audit/audit-event";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { Sealer } from "@server/core/crypto/sealer";
import { LoginCodeModel, type LoginCodeDocument } from "./login-code.model";

export const LOGIN_CODE_MINUTES = 10;
const DIGITS = 8;
const TRIES = 5;

export const loginCodeIndexOf = (sealer: Sealer, code: string): string => sealer.blindIndex("login_codes.code", code);

interface LoginCode {
  readonly code: string;
  /** Epoch milliseconds; the first at which it is refused. */
  readonly expiresAt: number;
}

interface CodeFor {
  readonly personId: string;
  /** Who makes it, by which endpoint's stem, for the audit. */
  readonly actorId: string;
  readonly act: string;
  readonly carePointId?: string;
}

/** Makes a person's one-time code; her earlier ones end, so that few are alive to be guessed. */
export async function makeLoginCode({ sealer, clock }: Pick<Deps, "sealer" | "clock">, wanted: CodeFor) {
  const { personId, act, ...who } = wanted;
  const now = clock.now();
  await LoginCodeModel.updateMany(
    { personId, expiresAt: trusted({ $gt: new Date(now) }) },
    { $set: { expiresAt: new Date(now) } },
  );
  const expiresAt = now + LOGIN_CODE_MINUTES * 60_000;
  const subject = { type: "person", id: personId };
  const outbox = [auditEvent({ ...who, act: `accounts.${act}`, subject, forPersonId: personId, now })];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0");
    if (await store({ _id: loginCodeIndexOf(sealer, code), personId, expiresAt: new Date(expiresAt), outbox })) {
      return { code, expiresAt } satisfies LoginCode;
    }
  }
  throw new Error("no free login code");
}

/** False when somebody else's code has these digits. */
async function store(document: Omit<LoginCodeDocument, "usedAt">): Promise<boolean> {
  try {
    await LoginCodeModel.create(document);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
