import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { hashToken, newToken } from "@server/core/crypto/tokens";
import { trusted } from "@server/core/db/trusted";
import type { FindActor } from "@server/core/http/actor-cache";
import type { Actor } from "@server/core/policy";
import { isStaff, PersonModel, type PersonDocument } from "./person.model";
import { SessionModel, type SessionDocument } from "./session.model";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How long a session lasts unused and at most. An elder's own phone stays signed in; a canteen's shared tablet does not. */
const LIFETIMES = {
  resident: { idleMs: 60 * DAY_MS, wholeMs: 365 * DAY_MS },
  staff: { idleMs: 12 * HOUR_MS, wholeMs: 7 * DAY_MS },
} as const;
/** Use is written down at most so often, as a part of the idle time. */
const WRITTEN_EVERY = 1 / 12;

interface Start {
  readonly person: Pick<PersonDocument, "_id" | "memberships" | "offices">;
  /** The endpoint by which it starts, for the audit: `accounts.sign-in-with-code`. */
  readonly act: string;
}

/** Starts a session for a person and gives the token, which exists nowhere else. */
export async function startSession({ clock }: Pick<Deps, "clock">, { person, act }: Start): Promise<string> {
  const token = newToken();
  const kind = isStaff(person) ? "staff" : "resident";
  const now = clock.now();
  const { idleMs, wholeMs } = LIFETIMES[kind];
  await SessionModel.create({
    _id: hashToken(token),
    personId: person._id,
    kind,
    endsAt: new Date(now + wholeMs),
    expiresAt: new Date(now + idleMs),
    outbox: [sessionEvent({ act, personId: person._id, now })],
  });
  return token;
}

const sessionEvent = ({ act, personId, now }: { act: string; personId: string; now: number }) =>
  auditEvent({ act, actorId: personId, subject: { type: "person", id: personId }, now });

/** Ends one session at once. */
export async function endSession({ actors, clock }: Pick<Deps, "actors" | "clock">, actor: Actor): Promise<void> {
  const now = clock.now();
  const event = sessionEvent({ act: "accounts.sign-out", personId: actor.id, now });
  await SessionModel.updateOne(
    { _id: actor.sessionId, expiresAt: trusted({ $gt: new Date(now) }) },
    { $set: { expiresAt: new Date(now) }, $push: { outbox: event } },
  );
  actors.forget(actor.id);
}

/** Ends every session of a person: her roles or her password changed. */
export async function endSessionsOf({ actors }: Pick<Deps, "actors">, personId: string): Promise<void> {
  await SessionModel.deleteMany({ personId });
  actors.forget(personId);
}

/** Who holds a living session, with the roles of this moment; null when it ended or never was. */
export const findActor: FindActor = async ({ tokenHash, now }) => {
  const session = await SessionModel.findOne({ _id: tokenHash, expiresAt: trusted({ $gt: new Date(now) }) }).lean();
  if (!session) return null;
  const person = await PersonModel.findById(session.personId)
    .select({ memberships: 1, offices: 1 })
    .lean<Pick<PersonDocument, "_id" | "memberships" | "offices">>();
  if (!person) return null;
  await prolong({ session, now });
  const { memberships, offices = [] } = person;
  return { id: person._id, sessionId: session._id, memberships, offices };
};

async function prolong({ session, now }: { session: SessionDocument; now: number }): Promise<void> {
  const { idleMs } = LIFETIMES[session.kind];
  const expiresAt = Math.min(now + idleMs, session.endsAt.getTime());
  if (expiresAt - session.expiresAt.getTime() < idleMs * WRITTEN_EVERY) return;
  // As it was read: a session that was ended meanwhile stays ended.
  await SessionModel.updateOne(
    { _id: session._id, expiresAt: session.expiresAt },
    { $set: { expiresAt: new Date(expiresAt) } },
  );
}
