import type { CareNotes } from "@shared/domains/care-notes/care-notes.contract";
import type { Deps } from "@server/core/deps";
import { findKnownPeople } from "@server/domains/accounts/index";
import { presentCareNotes } from "./care-notes.presenter";
import { findKept } from "./care-notes.queries";
import { openNotes } from "./sealed-notes";

interface Showing {
  readonly personId: string;
  readonly viewerId: string;
}

/** What is kept of a person, as she or who looks after it sees it. */
export async function showCareNotes(deps: Pick<Deps, "sealer" | "clock">, showing: Showing): Promise<CareNotes> {
  const kept = await findKept(showing.personId);
  const by = kept?.consent?.by;
  return presentCareNotes({
    notes: openNotes(deps.sealer, kept),
    consent: kept?.consent ?? null,
    givenBy: by === undefined ? "" : await giverOf(by, showing),
    now: deps.clock.now(),
  });
}

async function giverOf(by: string, { personId, viewerId }: Showing): Promise<string> {
  if (by === viewerId) return by === personId ? "您自己" : "您替老人";
  if (by === personId) return "老人自己";
  const name = (await findKnownPeople([by])).get(by)?.preferredName ?? "家人";
  return viewerId === personId ? `${name}替您` : `${name}替老人`;
}
