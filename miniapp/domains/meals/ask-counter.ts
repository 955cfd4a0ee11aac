import type { PickUpProof } from "@shared/domains/meals/meal-counter-shapes";
import type { CounterOutcome, CounterWish } from "./counter-wishes";
import { mealCounterApi } from "./meal-counter.api";
import { addRow, noteRow } from "./use-roster";

interface Asking {
  readonly carePointId: string;
  readonly wish: CounterWish;
  /** The intention's key: a guest who was handed a meal once is not counted twice. */
  readonly key: string;
}

/** Has the server do it, and writes its answer into the roster at hand. */
export async function askCounter({ carePointId, wish, key }: Asking): Promise<CounterOutcome> {
  switch (wish.kind) {
    case "code":
    case "check_in":
      return checkIn(carePointId, { kind: "code", code: wish.code });
    case "qr":
      return checkIn(carePointId, { kind: "qr", text: wish.text });
    case "check_in_by_name":
      return checkIn(carePointId, { kind: "by_name", bookingId: wish.row.bookingId, reason: wish.reason });
    case "undo_check_in": {
      const { bookingId } = wish.row;
      const { row } = await mealCounterApi.undoCheckIn({ params: { bookingId } });
      noteRow(bookingId, row);
      return { kind: "undone", row: row ?? wish.row, isNoted: false };
    }
    case "mark_no_show": {
      const { row } = await mealCounterApi.markNoShow({ params: { bookingId: wish.row.bookingId } });
      noteRow(row.bookingId, row);
      return { kind: "missed", row, isNoted: false };
    }
    case "walk_in": {
      const { menuId, dishId, mode, who } = wish.walkIn;
      const { row } = await mealCounterApi.walkIn({ body: { menuId, dishId, mode, who }, key });
      addRow(menuId, row);
      return { kind: "served", row, wasServedBefore: false, isNoted: false };
    }
  }
}

async function checkIn(carePointId: string, proof: PickUpProof): Promise<CounterOutcome> {
  const { row, wasServedBefore } = await mealCounterApi.checkIn({ body: { carePointId, proof } });
  noteRow(row.bookingId, row);
  return { kind: "served", row, wasServedBefore, isNoted: false };
}
