import * as z from "zod/mini";
import { Fen, Id, Instant, ServiceDate, text, TimeOfDay } from "@shared/core/primitives";
import { Meal, ServingMode } from "./meals.contract";

const count = z.int();

/** Portions of a dish or sitting by where they stand. 备餐 = booked + served + noShow + free. */
export const PortionCounts = z.object({ booked: count, served: count, noShow: count, free: count, withdrawn: count });
export type PortionCounts = z.infer<typeof PortionCounts>;

export const CounterDish = z.object({
  dishId: Id,
  dishName: z.string(),
  isSoldOut: z.boolean(),
  counts: PortionCounts,
  /** Booked or served by way of eating; a no-show counts in neither. */
  byMode: z.array(z.object({ mode: ServingMode, booked: count, served: count })),
});
export type CounterDish = z.infer<typeof CounterDish>;

export const CounterSitting = z.object({
  menuId: Id,
  carePointId: Id,
  serviceDate: ServiceDate,
  meal: Meal,
  /** 今天, 明天, 后天 or 周三. */
  dayLabel: z.string(),
  /** "11月23日 星期一". */
  dateLabel: z.string(),
  servesFrom: TimeOfDay,
  servesUntil: TimeOfDay,
  closesAt: Instant,
  /** End of serving as an instant: until then staff act. */
  servesUntilAt: Instant,
  /** Why the kitchen does not cook it; null when it does. */
  closedReason: z.nullable(z.string()),
  modes: z.array(ServingMode),
  counts: PortionCounts,
  dishes: z.array(CounterDish),
});
export type CounterSitting = z.infer<typeof CounterSitting>;

/** One line of a roster: a portion that is held or was eaten. */
export const RosterRow = z.object({
  bookingId: Id,
  /** What the person wants to be called; 现场来客 for a guest without an account. */
  name: z.string(),
  /** "wxl", for finding her on the device. */
  pinyinInitials: z.string(),
  /** Last four digits, for finding her while online: a copy that stays on the device leaves them out. */
  phoneTail: z.nullable(z.string()),
  age: z.nullable(z.int()),
  dishName: z.string(),
  mode: ServingMode,
  priceFen: Fen,
  state: z.enum(["booked", "served", "no_show"]),
  /** Last two of the six digits: tells a slip of the finger, proves nothing. Null for a walk-in. */
  codeTail: z.nullable(z.string()),
  isWalkIn: z.boolean(),
  /** Somebody else ordered for her. */
  isBookedByOther: z.boolean(),
  /** When the meal was handed out; null unless served. */
  servedAt: z.nullable(Instant),
  /** Until when handing out can be undone; null when it no longer can. */
  undoUntil: z.nullable(Instant),
});
export type RosterRow = z.infer<typeof RosterRow>;

const Code = z.string().check(z.regex(/^\d{6}$/));
const ByCode = z.strictObject({ kind: z.literal("code"), code: Code });
const ByQr = z.strictObject({ kind: z.literal("qr"), text: z.string().check(z.minLength(1), z.maxLength(200)) });
/** Why, in a few words. */
export const Reason = text({ max: 60 });
const ByName = z.strictObject({ kind: z.literal("by_name"), bookingId: Id, reason: Reason });

/** What shows that somebody may take a meal: her six digits, the picture on her phone, or that the cook knows her. */
export const PickUpProof = z.discriminatedUnion("kind", [ByCode, ByQr, ByName]);
export type PickUpProof = z.infer<typeof PickUpProof>;

/** A resident, or somebody without an account. */
const WalkInGuest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("resident"), residentId: Id }),
  z.strictObject({ kind: z.literal("guest") }),
]);
/** A walk-in's order. */
export const WalkInOrder = { menuId: Id, dishId: Id, mode: ServingMode, who: WalkInGuest };

const act = { id: z.uuid(), happenedAt: Instant };
/** Something the counter did without a connection. `id` is made once on the device; `happenedAt` is the device's clock. */
export const OfflineAct = z.discriminatedUnion("kind", [
  z.strictObject({ ...act, kind: z.literal("check_in"), bookingId: Id, code: Code }),
  z.strictObject({ ...act, kind: z.literal("check_in_by_name"), bookingId: Id, reason: Reason }),
  z.strictObject({ ...act, kind: z.literal("undo_check_in"), bookingId: Id }),
  z.strictObject({ ...act, kind: z.literal("mark_no_show"), bookingId: Id }),
  z.strictObject({ ...act, kind: z.literal("walk_in"), ...WalkInOrder }),
]);
export type OfflineAct = z.infer<typeof OfflineAct>;

/** What became of an act: `done`; `already` so; `overtaken` by a later one; or `refused`, with the code of why. */
export const ActResult = z.object({
  id: z.string(),
  outcome: z.enum(["done", "already", "overtaken", "refused"]),
  /** A code of this contract, with its sentence; both null unless refused. */
  code: z.nullable(z.string()),
  message: z.nullable(z.string()),
  /** When it happened by the server's clock. */
  happenedAt: Instant,
});
export type ActResult = z.infer<typeof ActResult>;
