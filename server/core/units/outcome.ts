import type { PastBooking, RefusalReason } from "./unit.model";

/** The definite no of a request; asking again under the same key gives it again. */
export interface Refused {
  readonly outcome: "refused";
  readonly reason: RefusalReason;
  /** Booking that the person holds instead. */
  readonly existing?: string;
}

/** What the units know about a key. */
export type Known<Held, Unit> =
  /** It holds this unit. */
  | { readonly outcome: "found"; readonly unit: Unit }
  /** It held this unit until it was released: a late retry after a cancel. */
  | { readonly outcome: "ended"; readonly unit: Unit; readonly past: PastBooking<Held> }
  /** It was used with other wishes. */
  | { readonly outcome: "other_body" }
  | Refused;

/** How a claim ends. The kernel knows no domain word: each domain names its own codes. */
export type ClaimOutcome<Held, Unit> =
  | { readonly outcome: "claimed"; readonly unit: Unit }
  | Known<Held, Unit>
  /** Fresh codes collided again and again; nothing was written. */
  | { readonly outcome: "undecided" };
