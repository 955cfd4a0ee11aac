import { businessDay, timeOfDay } from "@shared/core/dates";
import type { ActForMe, Bond, Relation } from "@shared/domains/family/family.contract";
import { relationWords } from "@shared/domains/family/family.rules";
import { instantLabel, longDate } from "@server/core/calendar";
import { toInstant } from "@server/core/clock";
import type { KnownPerson } from "@server/domains/accounts/index";
import type { ActDocument } from "./act.model";
import type { BondDocument } from "./bond.model";

/** Somebody without a name yet, or who has left. */
const NAMELESS = "家人";

interface Helper {
  /** Null for staff. */
  readonly relation: Relation | null;
  readonly preferredName: string | null;
}

/** "女儿小敏"; staff keep their bare name. */
export const helperLabel = ({ relation, preferredName }: Helper): string =>
  `${relation === null ? "" : relationWords[relation]}${preferredName ?? NAMELESS}`;

function periodLabel({ since, expiresAt }: Pick<BondDocument, "since" | "expiresAt">): string {
  const from = `${longDate(businessDay(since.getTime()))}起`;
  if (expiresAt === null) return `${from}，直到取消`;
  return `${from}，到 ${longDate(businessDay(expiresAt.getTime() - 1))}`;
}

interface Presenting {
  readonly bond: BondDocument;
  /** Who looks at it. */
  readonly viewerId: string;
  /** The other side; undefined when she has left. */
  readonly person: KnownPerson | undefined;
}

export function presentBond({ bond, viewerId, person }: Presenting): Bond {
  const isElder = viewerId === bond.elder;
  const preferredName = person?.preferredName ?? null;
  return {
    id: bond._id,
    person: { id: isElder ? bond.helper : bond.elder, preferredName: preferredName ?? NAMELESS },
    label: helperLabel({ relation: isElder ? bond.relation : null, preferredName }),
    communityId: isElder ? null : (person?.communityId ?? null),
    scopes: [...bond.scopes],
    periodLabel: periodLabel(bond),
  };
}

interface PresentingAct {
  readonly act: ActDocument;
  readonly helper: KnownPerson | undefined;
  readonly now: number;
}

export function presentAct({ act, helper, now }: PresentingAct): ActForMe {
  const at = act.at.getTime();
  return {
    id: act._id,
    sentence: `${helperLabel({ relation: act.relation, preferredName: helper?.preferredName ?? null })}${act.words}`,
    atLabel: instantLabel({ at, now }),
    at: toInstant(at),
  };
}

/** "15 分钟内有效，到 10:15". */
export const validLabel = ({ validMinutes, expiresAt }: { validMinutes: number; expiresAt: number }): string =>
  `${validMinutes} 分钟内有效，到 ${timeOfDay(expiresAt)}`;
