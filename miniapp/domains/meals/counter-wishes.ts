import type { OfflineAct, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import type { ServingMode } from "@shared/domains/meals/meals.contract";
import { ApiError } from "@miniapp/core/api-error";
import { newUuid } from "@miniapp/core/intention-key";
import { phoneNow, serverNow } from "@miniapp/core/server-clock";
import { changeNotes } from "./roster-notes";
import { noteAct, rowsAsNoted, rowsOfCode } from "./roster-queue";

export interface WalkInWish {
  readonly menuId: string;
  readonly dishId: string;
  readonly dishName: string;
  readonly mode: ServingMode;
  readonly who: { readonly kind: "resident"; readonly residentId: string } | { readonly kind: "guest" };
  readonly name: string;
}

/** What the cook wants done. */
export type CounterWish =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "qr"; readonly text: string }
  /** A typed code, and whose it is: chosen from the roster while nobody can say. */
  | { readonly kind: "check_in"; readonly row: RosterRow; readonly code: string }
  | { readonly kind: "check_in_by_name"; readonly row: RosterRow; readonly reason: string }
  | { readonly kind: "undo_check_in"; readonly row: RosterRow }
  | { readonly kind: "mark_no_show"; readonly row: RosterRow }
  | { readonly kind: "walk_in"; readonly walkIn: WalkInWish };

/** What came of it. */
export type CounterOutcome =
  | { readonly kind: "served"; readonly row: RosterRow; readonly wasServedBefore: boolean; readonly isNoted: boolean }
  | { readonly kind: "undone"; readonly row: RosterRow; readonly isNoted: boolean }
  | { readonly kind: "missed"; readonly row: RosterRow; readonly isNoted: boolean }
  | { readonly kind: "walked_in"; readonly walkIn: WalkInWish; readonly isNoted: boolean }
  /** Nobody can be asked: whose code it is, the cook chooses. */
  | { readonly kind: "choose"; readonly code: string; readonly rows: readonly RosterRow[] };

export interface Counter {
  readonly carePointId: string;
  readonly actorId: string;
  /** The roster at hand, as it stands. */
  readonly rows: readonly RosterRow[];
}

/** Does on this phone what nobody can be asked about: notes it down, or says what is not possible. */
export function noteWish(wish: CounterWish, counter: Counter): CounterOutcome {
  switch (wish.kind) {
    case "code":
      return chooseByCode(wish.code, counter.rows);
    case "qr":
      throw refusal("没有网络时认不出图码，请输 6 位码，或者按姓名找");
    case "walk_in":
      return noteWalkIn(wish.walkIn, counter);
    default:
      return noteRowAct(wish, counter);
  }
}

const refusal = (text: string) => new ApiError({ code: "not_offline", text, isDefinite: true });

function chooseByCode(code: string, rows: readonly RosterRow[]): CounterOutcome {
  const found = rowsOfCode(rows, code);
  if (found.length === 0) throw refusal(`这份名单上没有尾号是 ${code.slice(-2)} 的取餐码，请按姓名找`);
  return { kind: "choose", code, rows: found };
}

const stamp = () => ({ id: newUuid(), happenedAt: new Date(phoneNow()).toISOString() });

function note({ carePointId, actorId }: Counter, act: OfflineAct, name: string): void {
  changeNotes((queue) => noteAct(queue, { act, carePointId, actorId, name }));
}

function noteWalkIn(walkIn: WalkInWish, counter: Counter): CounterOutcome {
  const { menuId, dishId, mode, who, name } = walkIn;
  note(counter, { ...stamp(), kind: "walk_in", menuId, dishId, mode, who }, name);
  return { kind: "walked_in", walkIn, isNoted: true };
}

type RowWish = Exclude<CounterWish, { kind: "code" | "qr" | "walk_in" }>;

function noteRowAct(wish: RowWish, counter: Counter): CounterOutcome {
  const { row } = wish;
  const isServing = wish.kind === "check_in" || wish.kind === "check_in_by_name";
  if (isServing && row.state === "served") return { kind: "served", row, wasServedBefore: true, isNoted: true };
  const act = actOf(wish);
  note(counter, act, row.name);
  const [standing = row] = rowsAsNoted([row], { acts: [act], clockOffMs: serverNow() - phoneNow() });
  if (isServing) return { kind: "served", row: standing, wasServedBefore: false, isNoted: true };
  return { kind: wish.kind === "undo_check_in" ? "undone" : "missed", row: standing, isNoted: true };
}

function actOf(wish: RowWish): OfflineAct {
  const about = { ...stamp(), bookingId: wish.row.bookingId };
  switch (wish.kind) {
    case "check_in":
      return { ...about, kind: wish.kind, code: wish.code };
    case "check_in_by_name":
      return { ...about, kind: wish.kind, reason: wish.reason };
    case "undo_check_in":
    case "mark_no_show":
      return { ...about, kind: wish.kind };
  }
}
