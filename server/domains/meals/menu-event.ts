import { newId } from "@server/core/ids";
import type { OutboxEvent } from "@server/core/outbox/outbox";
import type { MenuDocument } from "./menu.model";

/** A menu came to stand, whoever planned it. */
export const MENU_PUBLISHED = "meals.menu-published";

export const menuPublished = ({
  carePointId,
}: Pick<MenuDocument, "carePointId">): OutboxEvent & { carePointId: string } => ({
  id: newId(),
  type: MENU_PUBLISHED,
  carePointId,
});

interface MenuAct {
  /** The endpoint's stem with its contract, for the audit. */
  readonly act: string;
  readonly menu: Pick<MenuDocument, "_id" | "carePointId">;
  readonly actorId: string;
  readonly reason?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What staff did to a menu, pushed with its change. */
export const menuEvent = ({ act, menu, actorId, reason, now }: MenuAct): OutboxEvent & { sitting: string } => ({
  id: newId(),
  type: "meals.menu-changed",
  at: new Date(now),
  sitting: menu._id,
  audit: {
    act,
    actorId,
    subject: { type: "menu", id: menu._id },
    carePointId: menu.carePointId,
    ...(reason === undefined ? {} : { reason }),
  },
});
