import { AppError } from "@server/core/app-error";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import { CodeGuessesModel } from "./code-guesses.model";

const MISSES = 5;
const WAIT_SECONDS = 30;

interface Guessing {
  readonly sessionId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Looks a typed code up, at most five misses in a row on one session (R-B8): then thirty seconds nothing typed counts,
 * right or wrong. Each guess is counted before it is looked at, so that many at once are not more than five.
 * @throws AppError slow_down while the session waits
 */
export async function guessCode<T>({ sessionId, now }: Guessing, lookUp: () => Promise<T | null>): Promise<T | null> {
  const misses = await countGuess({ sessionId, now });
  if (misses > MISSES) throw new AppError("slow_down", { retryAfterSeconds: WAIT_SECONDS });
  const found = await lookUp();
  if (found !== null) await set(sessionId, { misses: 0 });
  else if (misses >= MISSES) await set(sessionId, { misses: 0, until: new Date(now + WAIT_SECONDS * 1000) });
  return found;
}

async function countGuess({ sessionId, now }: Guessing): Promise<number> {
  const at = new Date(now);
  try {
    const guesses = await againOnConflict(() =>
      CodeGuessesModel.findOneAndUpdate(
        { _id: sessionId, until: trusted({ $lte: at }) },
        { $inc: { misses: 1 }, $set: { at }, $setOnInsert: { until: new Date(0) } },
        { upsert: true, returnDocument: "after" },
      )
        .lean()
        .orFail()
        .exec(),
    );
    return guesses.misses;
  } catch (error) {
    // It is there and waits.
    if (isDuplicateKey(error)) throw new AppError("slow_down", { retryAfterSeconds: WAIT_SECONDS });
    throw error;
  }
}

const set = (sessionId: string, fields: { readonly misses: number; readonly until?: Date }) =>
  againOnConflict(() => CodeGuessesModel.updateOne({ _id: sessionId }, { $set: fields }).exec());
