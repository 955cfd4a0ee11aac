import type { Sealer } from "@server/core/crypto/sealer";

const DIGITS = 8;

/** Eight digits made from the person and the server's own key: a repeated request tells the same ones. */
export function invitationCode(sealer: Sealer, personId: string): string {
  const keyed = Buffer.from(sealer.blindIndex("staff_invitations.code", personId), "base64url");
  return String(keyed.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** What is kept of a code, bound to its person. */
export const invitationIndexOf = (sealer: Sealer, { personId, code }: { personId: string; code: string }): string =>
  sealer.blindIndex("staff_invitations.index", `${personId} ${code}`);
