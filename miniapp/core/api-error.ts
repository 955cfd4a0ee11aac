import type { FieldError } from "@shared/core/errors";

interface Facts {
  readonly code: string;
  /** The sentence the person reads. */
  readonly text: string;
  readonly fields?: readonly FieldError[] | undefined;
  readonly existing?: string | undefined;
  readonly requestId?: string | undefined;
  /** Whether the server surely did not do it, or surely answered: a repeat is then a new intention. */
  readonly isDefinite: boolean;
}

/** A request that was refused or got no answer. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly facts: Facts;

  constructor(facts: Facts) {
    super(facts.code);
    this.facts = facts;
  }
}
