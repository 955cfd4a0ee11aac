import { commonErrors } from "@shared/core/errors";
import { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import type { ActResult, OfflineAct } from "@shared/domains/meals/meal-counter-shapes";
import { AppError } from "@server/core/app-error";
import { toInstant } from "@server/core/clock";
import { isOnlyDuplicates } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { CounterActModel, type CounterAct } from "./counter-act.model";
import { replayAct } from "./replay-act";

interface Syncing {
  readonly carePointId: string;
  /** The device's clock when it sent, ISO. */
  readonly deviceNow: string;
  readonly acts: readonly OfflineAct[];
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Takes in what a counter did without a connection.
 *
 * - A device's clock may be wrong: every act is moved by the difference at the time of sending, and never into the
 *   future. What happened before the end of serving counts whenever it arrives.
 * - In whatever order acts come, the outcome is that of the order in which they happened.
 * - Every act gets an answer, refused ones with the reason. The same act again gets the same answer and does nothing:
 *   should an answer not have been kept, the portion itself knows what was done to it and when.
 *
 * @throws AppError try_again when the database gives way; nothing is lost, the device sends again
 */
export async function syncRoster(deps: Pick<Deps, "sealer">, { carePointId, deviceNow, acts, actorId, now }: Syncing) {
  const offMs = now - Date.parse(deviceNow);
  const keyOf = ({ id }: Pick<OfflineAct, "id">) => stableId(carePointId, id);
  const answers = await answersTo(acts.map(keyOf));
  const fresh: CounterAct[] = [];
  for (const act of [...acts].sort((a, b) => a.happenedAt.localeCompare(b.happenedAt))) {
    const key = keyOf(act);
    if (answers.has(key)) continue;
    const at = Math.min(now, Date.parse(act.happenedAt) + offMs);
    const result = await perform(deps, { act, carePointId, actorId, at });
    answers.set(key, result);
    fresh.push({ _id: key, result, actorId, at: new Date(now) });
  }
  await keep(fresh);
  const results = acts.flatMap((act) => answers.get(keyOf(act)) ?? []);
  return { results, clockOffSeconds: Math.round(-offMs / 1000) };
}

async function answersTo(keys: readonly string[]): Promise<Map<string, ActResult>> {
  const known = await CounterActModel.find({ _id: trusted({ $in: [...keys] }) })
    .limit(keys.length)
    .lean<CounterAct[]>();
  return new Map(known.map(({ _id, result }) => [_id, result]));
}

async function keep(acts: readonly CounterAct[]): Promise<void> {
  if (acts.length === 0) return;
  try {
    await CounterActModel.insertMany(acts, { ordered: false, lean: true });
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error;
  }
}

interface Performing {
  readonly act: OfflineAct;
  readonly carePointId: string;
  readonly actorId: string;
  readonly at: number;
}

async function perform(deps: Pick<Deps, "sealer">, { act, carePointId, actorId, at }: Performing): Promise<ActResult> {
  const about = { id: act.id, happenedAt: toInstant(at) };
  try {
    return { ...about, outcome: await replayAct(deps, { act, carePointId, actorId, at }), code: null, message: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "try_again") throw error;
    return { ...about, outcome: "refused", code: error.code, message: sentenceOf(error.code) };
  }
}

function sentenceOf(code: string): string {
  const known: Readonly<Record<string, { readonly text: string }>> = { ...commonErrors, ...mealCounterContract.errors };
  return known[code]?.text ?? commonErrors.state_changed.text;
}
