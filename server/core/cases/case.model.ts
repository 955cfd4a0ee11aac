import { Schema, type Model } from "mongoose";
import type { ServiceDate } from "@shared/core/primitives";
import type { OutboxEvent } from "../outbox/outbox";

/** Who has to deal with a case. */
export interface CaseOwner {
  readonly type: "care_point" | "district" | "city";
  readonly id: string;
}

/** One act in the life of a case. */
export interface CaseStep<State extends string> {
  /** Made from the request's key, so that a repeat is known. */
  readonly id: string;
  readonly act: string;
  /** Person who did it; null for a guest and for somebody who has left. */
  readonly by: string | null;
  readonly at: Date;
  /** Null for the opening. */
  readonly from: State | null;
  readonly to: State;
  /** Why, as a word of the domain's own list or in a person's words. */
  readonly reason?: string;
  /** What was asked for, so that its key with something else is known. */
  readonly asked?: string;
}

/**
 * Something that somebody owes an answer to until a working day: its state, whose it is, and what was done about it so far.
 * What it is about is the domain's, in fields beside these.
 */
export interface CaseFields<State extends string> {
  readonly _id: string;
  readonly state: State;
  readonly owner: CaseOwner;
  readonly openedOn: ServiceDate;
  /** The last day on time. */
  readonly dueOn: ServiceDate;
  /** Oldest first; the last one's `to` is the state. */
  readonly timeline: readonly CaseStep<State>[];
  readonly outbox?: readonly OutboxEvent[];
}

/** The collection of a domain's cases. */
export type CaseModel<Case> = Model<Case>;

/** The part of a case's schema that all have; a domain adds its own fields. */
export const caseSchemaFields = {
  _id: { type: String, required: true },
  state: { type: String, required: true },
  owner: { type: Schema.Types.Mixed, required: true } as never,
  openedOn: { type: String, required: true },
  dueOn: { type: String, required: true },
  timeline: { type: [Schema.Types.Mixed], required: true } as never,
  outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
} as const;
