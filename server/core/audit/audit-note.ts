/** Who did what to whom: pushed with the event of the change it tells of, appended to the audit chain by the relay. */
export interface AuditNote {
  /** The endpoint's stem in kebab-case with its domain: `meals.book-meal`. */
  readonly act: string;
  /** Person who did it. */
  readonly actorId: string;
  /** The thing that changed or was read, by its own id: `{ type: "meal-booking", id }`. */
  readonly subject: { readonly type: string; readonly id: string };
  /** Person whom it concerns. */
  readonly forPersonId?: string;
  readonly carePointId?: string;
  /** Why, in words from a list or such as everybody may read: in clear while the event waits, sealed in the chain. */
  readonly reason?: string;
  /** Why, in the actor's own words, which may tell of a person: what `sealWaitingReason` made for this subject. */
  readonly sealedReason?: string;
}

/** Why something was done, in one of its two forms; neither where nobody was asked. */
export type WhyNoted = Pick<AuditNote, "reason" | "sealedReason">;
