import type { Claim, OwnClaim } from "@shared/domains/care-point-records/claims.contract";
import { dateLabel } from "@server/core/calendar";
import type { Sealer } from "@server/core/crypto/sealer";
import { CLAIMS, type ClaimDocument } from "./claim.model";
import { openText } from "./sealed-words";

const opened = (sealer: Sealer, claim: ClaimDocument, field: "evidence" | "phone" | "words"): string | null =>
  openText(sealer, { collection: CLAIMS, id: claim._id, field }, claim[field]);

export const presentOwnClaim = (claim: ClaimDocument, sealer: Sealer): OwnClaim => ({
  state: claim.state,
  dueLabel: dateLabel(claim.dueOn),
  words: opened(sealer, claim, "words"),
});

interface Presenting {
  readonly sealer: Sealer;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly place: { readonly name: string; readonly phone: string } | undefined;
  readonly claimant: { readonly preferredName: string | null; readonly phone: string | null } | undefined;
}

/** A claim for whoever rings her up: the phone of her account, else the one she left. */
export const presentClaim = (claim: ClaimDocument, { sealer, today, place, claimant }: Presenting): Claim => ({
  id: claim._id,
  carePointId: claim.carePointId,
  carePointName: place?.name ?? "照护点",
  carePointPhone: place?.phone ?? "",
  preferredName: claimant?.preferredName ?? "没有留称呼",
  phone: claimant?.phone ?? opened(sealer, claim, "phone"),
  evidence: opened(sealer, claim, "evidence") ?? "",
  sentLabel: dateLabel(claim.openedOn),
  dueLabel: dateLabel(claim.dueOn),
  isOverdue: claim.dueOn < today,
});
