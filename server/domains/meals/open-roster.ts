import { businessDay } from "@shared/core/dates";
import type { RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import type { Deps } from "@server/core/deps";
import { recordRead } from "@server/core/audit/record-read";
import { findRosterPeople } from "@server/domains/accounts/index";
import { presentRow } from "./meal-counter.presenter";
import { findRoster } from "./meal-counter.queries";
import type { MenuDocument } from "./menu.model";
import type { PortionDocument } from "./portion.model";

interface Opening {
  readonly menu: Pick<MenuDocument, "_id" | "carePointId">;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The list of a sitting by name. That it was opened is written down first: without that it stays closed (R-A2). */
export async function openRoster(deps: Pick<Deps, "sealer">, { menu, actorId, now }: Opening): Promise<RosterRow[]> {
  const { _id: id, carePointId } = menu;
  await recordRead({ act: "meal-counter.open-roster", actorId, subject: { type: "menu", id }, carePointId, now });
  const rows = await presentRows(deps, { portions: await findRoster(id), now });
  return rows.sort((a, b) => a.pinyinInitials.localeCompare(b.pinyinInitials) || a.name.localeCompare(b.name));
}

interface Rows {
  readonly portions: readonly PortionDocument[];
  readonly now: number;
}

/** Lines of a roster with their people; at most one command. */
export async function presentRows({ sealer }: Pick<Deps, "sealer">, { portions, now }: Rows): Promise<RosterRow[]> {
  const ids = portions.flatMap(({ elder, isGuest }) => (elder !== undefined && !isGuest ? [elder] : []));
  const people = await findRosterPeople({ sealer, ids, today: businessDay(now) });
  return portions.map((portion) => presentRow({ portion, person: people.get(portion.elder ?? ""), now }));
}
