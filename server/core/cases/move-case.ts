import { addDays, instantAt } from "@shared/core/dates";
import { judgeAct, type Machine } from "@shared/core/machine";
import { AppError, notFound } from "../app-error";
import { againOnConflict } from "../db/again-on-conflict";
import { trusted } from "../db/trusted";
import type { OutboxEvent } from "../outbox/outbox";
import type { CaseFields, CaseModel } from "./case.model";

/** `overdueAt`: the first moment after the due day. */
export type CaseMoment = "overdueAt";

/** Every act there is on a kind of case. */
export type CaseMachine<Act extends string, State extends string, Role extends string> = Machine<
  Act,
  State,
  Role,
  CaseMoment
>;

interface Moving<Act extends string, State extends string, Role extends string, Case> {
  readonly model: CaseModel<Case>;
  readonly machine: CaseMachine<Act, State, Role>;
  readonly caseId: string;
  readonly act: Act;
  readonly role: Role;
  /** Made from the request's key; a repeat under it changes nothing. */
  readonly stepId: string;
  /** Person who acts; null for the program. */
  readonly by: string | null;
  readonly reason?: string;
  /** What was asked for; the same key with something else is refused. Left out where the act says it all. */
  readonly asked?: string;
  /** What must hold beside the state, of the case as it stands in the database. */
  readonly only?: Readonly<Partial<Record<string, unknown>>>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What else changes with the state. */
  readonly set?: Readonly<Partial<Case>>;
  readonly event: OutboxEvent;
}

/** So often somebody else may come first. */
const TRIES = 3;

/**
 * Brings a case from one state to another, with the act on its timeline and its event, in one update that demands the
 * state the case was seen in: of two who act at once one is told that it has changed.
 * @throws AppError not_found for an absent case, state_changed where the machine does not allow the act or what else must
 *   hold does not, key_reused when the key did something else before
 */
export async function moveCase<
  Act extends string,
  State extends string,
  Role extends string,
  Case extends CaseFields<State>,
>(moving: Moving<Act, State, Role, Case>): Promise<Case> {
  const { model, machine, caseId, act, role, stepId, asked, now } = moving;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const seen = await model.findById(caseId).lean<Case>().exec();
    if (!seen) throw notFound();
    const known = seen.timeline.find(({ id }) => id === stepId);
    if (known && (known.act !== act || known.asked !== asked)) throw new AppError("key_reused");
    if (known) return seen;
    const moments = { overdueAt: instantAt({ date: addDays(seen.dueOn, 1), time: "00:00" }) };
    const verdict = judgeAct(machine[act], { role, state: seen.state, moments, now });
    if (verdict !== "allowed") throw new AppError("state_changed");
    const moved = await write(moving, seen.state);
    if (moved) return moved;
  }
  throw new AppError("state_changed");
}

/** The guarantee: the case is still as it was seen, and nobody did this before. */
function write<Act extends string, State extends string, Role extends string, Case>(
  { model, machine, caseId, act, stepId, by, reason, asked, only, now, set, event }: Moving<Act, State, Role, Case>,
  from: State,
): Promise<Case | null> {
  const { to } = machine[act];
  const said = { ...(reason === undefined ? {} : { reason }), ...(asked === undefined ? {} : { asked }) };
  const step = { id: stepId, act, by, at: new Date(now), from, to, ...said };
  const filter = { ...only, _id: caseId, state: from, "timeline.id": trusted({ $ne: stepId }) };
  const update = { $set: { ...set, state: to }, $push: { timeline: step, outbox: event } };
  return againOnConflict(() =>
    model
      .findOneAndUpdate(filter as never, update as never, { returnDocument: "after" })
      .lean<Case>()
      .exec(),
  );
}
