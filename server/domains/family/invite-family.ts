import { randomInt } from "node:crypto";
import { businessDay } from "@shared/core/dates";
import type { BondLength, FamilyScope, Relation } from "@shared/domains/family/family.contract";
import { familyRulesOn } from "@shared/domains/family/family.rules";
import type { Sealer } from "@server/core/crypto/sealer";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import { InvitationModel, type InvitationDocument } from "./invitation.model";

const DIGITS = 6;
const TRIES = 5;

interface Inviting {
  readonly elder: string;
  /** The elder, or the member of staff before whom she stands. */
  readonly actorId: string;
  /** Where that member of staff works; null when the elder does it herself. */
  readonly carePointId: string | null;
  readonly terms: {
    readonly relation: Relation;
    readonly scopes: readonly FamilyScope[];
    readonly lasts: BondLength;
  };
}

interface Invitation {
  readonly code: string;
  /** Epoch milliseconds; the first at which it is refused. */
  readonly expiresAt: number;
  readonly validMinutes: number;
}

/**
 * Makes the code by which one person may come to act for an elder.
 *
 * - Six digits to speak over the phone, good once and for the minutes of the rules; kept as a blind index only.
 * - Her earlier invitations end, so that few are alive to be guessed.
 */
export async function inviteFamily({ sealer, clock }: Pick<Deps, "sealer" | "clock">, inviting: Inviting) {
  const now = clock.now();
  const { codeMinutes } = familyRulesOn(businessDay(now));
  await endEarlierInvitations(inviting.elder, now);
  const expiresAt = now + codeMinutes * 60_000;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0");
    const codeIndex = invitationIndexOf(sealer, code);
    if (await store(toDocument({ inviting, codeIndex, now, expiresAt }))) {
      return { code, expiresAt, validMinutes: codeMinutes } satisfies Invitation;
    }
  }
  throw new Error("no free invitation code");
}

export const invitationIndexOf = (sealer: Sealer, code: string): string =>
  sealer.blindIndex("family_invitations.code", code);

async function endEarlierInvitations(elder: string, now: number): Promise<void> {
  const at = new Date(now);
  await InvitationModel.updateMany(
    { elder, usedBy: null, expiresAt: trusted({ $gt: at }) },
    { $set: { expiresAt: at } },
  );
}

interface Making {
  readonly inviting: Inviting;
  readonly codeIndex: string;
  readonly now: number;
  readonly expiresAt: number;
}

function toDocument({ inviting, codeIndex, now, expiresAt }: Making): InvitationDocument {
  const { elder, actorId, carePointId, terms } = inviting;
  const id = newId();
  const audit = {
    act: "family.invite-family",
    actorId,
    subject: { type: "family-invitation", id },
    forPersonId: elder,
    ...(carePointId === null ? {} : { carePointId }),
  };
  const event = { id: newId(), type: "family.invitation-made", at: new Date(now), audit };
  return { _id: id, codeIndex, elder, ...terms, expiresAt: new Date(expiresAt), usedBy: null, outbox: [event] };
}

/** False when another invitation of these days has the same digits. */
async function store(invitation: InvitationDocument): Promise<boolean> {
  try {
    await InvitationModel.create([invitation]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
