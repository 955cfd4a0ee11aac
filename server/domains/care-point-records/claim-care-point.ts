import { businessDay } from "@shared/core/dates";
import { verifyingRulesOn } from "@shared/domains/care-point-records/verifying-records";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { openCase } from "@server/core/cases/open-case";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { findContacts, findManagedCarePoints } from "@server/domains/accounts/index";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { CLAIMS, ClaimModel, findClaim, type ClaimDocument } from "./claim.model";
import { openText, sealText } from "./sealed-words";
import { officeRegionOf } from "./verifying-office";

interface Claiming {
  readonly carePoint: CarePointDocument;
  readonly evidence: string;
  readonly phone: string | undefined;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Takes down that somebody says she runs a care point, for the office of its district: the first of two steps.
 *
 * - Only where nobody manages it; who manages it takes colleagues on herself.
 * - The office rings her up: without a phone in her account she leaves one.
 * - Of one person one claim waits for a care point; the index decides.
 *
 * @throws AppError already_managed, claim_waiting, claim_phone_needed; key_reused when the key claimed something else
 */
export async function claimCarePoint(deps: Pick<Deps, "clock" | "sealer">, claiming: Claiming): Promise<ClaimDocument> {
  const { carePoint, phone, actorId, key } = claiming;
  const id = stableId("claim", actorId, key);
  const known = await findClaim(id);
  if (known) return sameAs(deps, known, claiming);
  if ((await findManagedCarePoints([carePoint._id])).size > 0) throw new AppError("already_managed");
  const hasPhone = typeof (await findContacts(deps, [actorId])).get(actorId)?.phone === "string";
  if (!hasPhone && phone === undefined) throw new AppError("claim_phone_needed");
  const claim = opened(deps, { ...claiming, id });
  try {
    await ClaimModel.create([claim]);
    return claim;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await findClaim(id);
    if (!first) throw new AppError("claim_waiting");
    return sameAs(deps, first, claiming);
  }
}

function opened(
  { clock, sealer }: Pick<Deps, "clock" | "sealer">,
  { id, carePoint, evidence, phone, actorId }: Claiming & { id: string },
): ClaimDocument {
  const { _id: carePointId } = carePoint;
  const now = clock.now();
  const place = (field: string) => ({ collection: CLAIMS, id, field });
  return {
    ...openCase({
      id,
      state: "open" as const,
      owner: { type: "district", id: officeRegionOf(carePoint) },
      workingDays: verifyingRulesOn(businessDay(now)).claimWorkingDays,
      act: "claim",
      by: actorId,
      reason: "runs_it",
      now,
    }),
    carePointId,
    claimantId: actorId,
    evidence: sealText(sealer, place("evidence"), evidence),
    phone: sealText(sealer, place("phone"), phone),
    words: null,
    outbox: [
      auditEvent({
        act: "claims.claim-care-point",
        actorId,
        subject: { type: "claim", id },
        carePointId,
        now,
      }),
    ],
  };
}

function sameAs(
  { sealer }: Pick<Deps, "sealer">,
  known: ClaimDocument,
  { carePoint, evidence, phone }: Claiming,
): ClaimDocument {
  const kept = (field: "evidence" | "phone") =>
    openText(sealer, { collection: CLAIMS, id: known._id, field }, known[field]);
  const isSame =
    known.carePointId === carePoint._id && kept("evidence") === evidence && kept("phone") === (phone ?? null);
  if (!isSame) throw new AppError("key_reused");
  return known;
}
