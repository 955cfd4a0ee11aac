import { findKnownPeople } from "@server/domains/accounts/index";
import { notify } from "@server/domains/notices/index";
import type { ActDocument } from "./act.model";
import { helperLabel } from "./family.presenter";
import { recordAct } from "./record-act";

interface Deed extends Pick<ActDocument, "elder" | "helper" | "relation" | "at"> {
  /** The event's id. */
  readonly id: string;
  /** "订了11月23日 星期一 午饭，春风社区食堂的红烧豆腐套餐". */
  readonly deed: string;
  readonly carePointId: string | null;
  readonly bookingId: string | null;
}

/** Tells an elder what was done for her: in her list of acts and in her inbox; the same event twice stands once in each. */
export async function tellOfAct({ id, deed, carePointId, bookingId, ...act }: Deed): Promise<void> {
  const { elder, helper, relation, at } = act;
  await recordAct({ id, ...act, words: `替您${deed}` });
  const preferredName = (await findKnownPeople([helper])).get(helper)?.preferredName ?? null;
  const notice = { template: "acted_for_you", by: helperLabel({ relation, preferredName }), deed, bookingId } as const;
  await notify({ key: id, personId: elder, carePointId, now: at.getTime(), notice });
}
