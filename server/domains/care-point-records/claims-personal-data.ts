import { shortDate } from "@server/core/calendar";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { DataGroup, Erasure, PersonalData } from "@server/core/personal-data";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { CLAIMS, ClaimModel, type ClaimDocument } from "./claim.model";
import { openText } from "./sealed-words";

const SHOWN = 1_000;

/** What this domain keeps about somebody who said that she runs a place. Without her nothing of it is left but that it was. */
export const createClaimsPersonalData = ({ sealer }: Pick<Deps, "sealer">): PersonalData => ({
  collections: [CLAIMS],
  exportOf: (personId) => exportOf(sealer, personId),
  erase: async ({ personId }): Promise<Erasure> => {
    const words = { evidence: null, phone: null, words: null };
    // Nobody is left to be invited.
    await ClaimModel.updateMany({ claimantId: personId, state: "open" }, { $set: { state: "turned_down" } });
    await ClaimModel.updateMany({ claimantId: personId }, { $set: words });
    await ClaimModel.updateMany(
      { claimantId: personId, "outbox.id": trusted({ $exists: false }) },
      { $set: { claimantId: null, "timeline.0.by": null } },
    );
    return (await ClaimModel.findOne({ claimantId: personId }).select({ _id: 1 }).lean()) ? "waiting" : "gone";
  },
  merge: async ({ from, to }): Promise<Erasure> => {
    const open = await ClaimModel.find({ claimantId: to, state: "open" })
      .select({ carePointId: 1 })
      .limit(SHOWN)
      .lean();
    // The record that stays may have claimed the same place: one of the two is enough.
    const twice = {
      claimantId: from,
      state: "open" as const,
      carePointId: trusted({ $in: open.map((one) => one.carePointId) }),
    };
    await ClaimModel.updateMany(twice, { $set: { state: "turned_down" } });
    await ClaimModel.updateMany({ claimantId: from }, { $set: { claimantId: to, "timeline.0.by": to } });
    return "gone";
  },
});

async function exportOf(sealer: Deps["sealer"], claimantId: string): Promise<readonly DataGroup[]> {
  const claims = await ClaimModel.find({ claimantId }).sort({ openedOn: -1 }).limit(SHOWN).lean<ClaimDocument[]>();
  if (claims.length === 0) return [];
  const places = await findCarePointLabels(claims.map(({ carePointId }) => carePointId));
  const told = claims.map((claim) => {
    const opened = (field: "evidence" | "phone" | "words") =>
      openText(sealer, { collection: CLAIMS, id: claim._id, field }, claim[field]);
    const { openedOn, carePointId, state } = claim;
    const carePointName = places.get(carePointId)?.name ?? "照护点";
    const [evidence, phone, words] = [opened("evidence"), opened("phone"), opened("words")];
    return { openedOn, carePointName, state, evidence, phone, words };
  });
  const rows = told.map(({ openedOn, carePointName, evidence }) => ({
    label: `${shortDate(openedOn)} ${carePointName}`,
    text: `认领：${evidence ?? ""}`,
  }));
  return [{ title: "我认领过的地方", rows, json: told }];
}
