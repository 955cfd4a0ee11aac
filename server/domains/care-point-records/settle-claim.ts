import type { ClaimAnswer } from "@shared/domains/care-point-records/claims.contract";
import { AppError, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { inTransaction } from "@server/core/db/in-transaction";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { findManagedCarePoints, inviteToManage } from "@server/domains/accounts/index";
import { claimMachine, type ClaimAct, type ClaimRole, type ClaimState } from "./claim.machine";
import { CLAIMS, ClaimModel, type ClaimDocument } from "./claim.model";
import { openText, sealText } from "./sealed-words";

/** The act, and the event after which she is told. */
export const CLAIM_SETTLED = "claims.settle-claim";

interface Settling {
  readonly claim: ClaimDocument;
  readonly answer: ClaimAnswer;
  /** With a yes: what she is to sign in as. */
  readonly loginName: string | undefined;
  readonly words: string | undefined;
  readonly actorId: string;
  readonly key: string;
}

type SettleDeps = Pick<Deps, "clock" | "sealer">;
export type Invitation = Awaited<ReturnType<typeof inviteToManage>>;

const acts: Readonly<Record<ClaimAnswer, ClaimAct>> = { approved: "approve", turned_down: "turn_down" };

/**
 * The office's answer to a claim. A yes makes the code that the officer tells her by telephone; she has no role before she
 * has chosen a password with it. Answer and invitation are written together; a repeat gives the same code.
 * @returns the invitation, null with a no
 * @throws AppError already_managed when somebody came first, login_name_taken, state_changed when it was answered before,
 *   invalid_request for a yes without a login name, key_reused
 */
export async function settleClaim(deps: SettleDeps, settling: Settling): Promise<Invitation | null> {
  const { claim, answer, words } = settling;
  if (answer === "approved") await checkYes(settling);
  const { settled, invitation } = await inTransaction(async () => ({
    settled: await move(deps, settling),
    invitation: answer === "approved" ? await invite(deps, settling) : null,
  }));
  const kept = openText(deps.sealer, { collection: CLAIMS, id: claim._id, field: "words" }, settled.words);
  if (kept !== (words ?? null)) throw new AppError("key_reused");
  return invitation;
}

async function checkYes({ claim, loginName, actorId, key }: Settling): Promise<void> {
  if (loginName === undefined) throw refusedField("body.loginName", "missing");
  const isRepeat = claim.timeline.some(({ id }) => id === stableId(actorId, key));
  if (!isRepeat && (await findManagedCarePoints([claim.carePointId])).size > 0) throw new AppError("already_managed");
}

function move({ clock, sealer }: SettleDeps, { claim, answer, words, actorId, key }: Settling): Promise<ClaimDocument> {
  const { _id: caseId, carePointId, claimantId } = claim;
  const now = clock.now();
  return moveCase<ClaimAct, ClaimState, ClaimRole, ClaimDocument>({
    model: ClaimModel,
    machine: claimMachine,
    caseId,
    act: acts[answer],
    role: "officer",
    stepId: stableId(actorId, key),
    by: actorId,
    now,
    set: { words: sealText(sealer, { collection: CLAIMS, id: caseId, field: "words" }, words) },
    event: auditEvent({
      act: CLAIM_SETTLED,
      actorId,
      subject: { type: "claim", id: caseId },
      ...(claimantId === null ? {} : { forPersonId: claimantId }),
      carePointId,
      now,
    }),
  });
}

/** Somebody who has left meanwhile cannot be invited. */
function invite(deps: SettleDeps, { claim, loginName = "" }: Settling): Promise<Invitation> {
  const { _id: causeId, claimantId: personId, carePointId } = claim;
  if (personId === null) throw new AppError("state_changed");
  return inviteToManage(deps, { causeId, personId, carePointId, loginName });
}
