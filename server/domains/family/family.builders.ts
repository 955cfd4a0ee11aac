import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import type { BondDocument } from "./bond.model";
import type { InvitationDocument } from "./invitation.model";
import { makeBond } from "./make-bond";

type BuildBond = Pick<BondDocument, "elder" | "helper"> &
  Partial<Pick<InvitationDocument, "_id" | "relation" | "scopes" | "lasts">>;

/** Binds a helper to an elder, by default her daughter for meals and a year, as an invitation that was taken up does. */
export async function buildBond(
  { clock }: Pick<Deps, "clock">,
  { helper, ...given }: BuildBond,
): Promise<BondDocument> {
  const invitation = { _id: newId(), relation: "daughter", scopes: ["meals"], lasts: "year", ...given } as const;
  const bond = await makeBond({ invitation, helper, now: clock.now() });
  if (!bond) throw new Error("this bond was ended");
  return bond;
}
