/** One group of what is kept about a person, as she reads it and as a program does. */
export interface DataGroup {
  /** "我的资料", "订餐". */
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** The same, whole, as plain JSON. */
  readonly json: unknown;
}

/** A person who leaves. */
export interface Leaving {
  readonly personId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * - `gone`: nothing of her is left here.
 * - `waiting`: something still has to be delivered first, such as to the audit; asked again it is erased.
 */
export type Erasure = "gone" | "waiting";

/** Two records that turned out to be one person. */
export interface Merging {
  /** Whose things move, and who is gone afterwards. */
  readonly from: string;
  /** Who stays. */
  readonly to: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a domain keeps about people: whoever keeps some says how it is shown and how it is erased (R-X5). */
export interface PersonalData {
  /** The collections in which it stands. */
  readonly collections: readonly string[];
  /** What is kept about a person; no group where there is nothing. */
  readonly exportOf: (personId: string) => Promise<readonly DataGroup[]>;
  /** Erases it. Asked again it goes on where it broke off, and changes nothing when it is done. */
  readonly erase: (leaving: Leaving) => Promise<Erasure>;
  /** Brings one person's things to the other. Asked again it goes on where it broke off. */
  readonly merge: (merging: Merging) => Promise<Erasure>;
}

/** The verdict on several parts: gone when all are. */
export const wholeErasure = (parts: readonly Erasure[]): Erasure =>
  parts.every((part) => part === "gone") ? "gone" : "waiting";
