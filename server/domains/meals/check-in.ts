import type { PickUpProof } from "@shared/domains/meals/meal-counter-shapes";
import { Meal } from "@shared/domains/meals/meals.contract";
import { businessDay } from "@shared/core/dates";
import { AppError, notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { Actor } from "@server/core/policy";
import { guessCode } from "./guess-code";
import { findByCode, findHeld } from "./meal-counter.queries";
import { readPickUpPass } from "./pick-up-pass";
import type { PortionDocument } from "./portion.model";
import { serve, whyByName } from "./serve";

interface CheckingIn {
  readonly carePointId: string;
  readonly proof: PickUpProof;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface CheckedIn {
  readonly portion: PortionDocument;
  /** True when somebody handed it out before, perhaps a moment ago. */
  readonly wasServedBefore: boolean;
}

/**
 * Hands a booked meal out.
 *
 * - By the six digits, today's sittings of this care point only; five misses in a row and the session waits.
 * - By the picture on her phone, which lives a minute; by name with the reason why neither was at hand.
 * - Until the end of serving, also to somebody who was noted as not come.
 * - Once: whoever is second, by another cook's hand or a repeat, is shown when it was handed out.
 *
 * @throws AppError code_unknown, pass_unknown, pass_expired, not_found, serving_over, slow_down, state_changed
 */
export async function checkIn(deps: Pick<Deps, "sealer">, { carePointId, proof, actor, now }: CheckingIn) {
  const portion = await findProven(deps, { carePointId, proof, actor, now });
  const why = proof.kind === "by_name" ? whyByName(deps, proof) : {};
  return serve({ portion, servedBy: proof.kind, at: now, actorId: actor.id, why }) satisfies Promise<CheckedIn>;
}

async function findProven(deps: Pick<Deps, "sealer">, asked: CheckingIn): Promise<PortionDocument> {
  const { carePointId, proof, now } = asked;
  switch (proof.kind) {
    case "code":
      return findTyped({ ...asked, code: proof.code });
    case "qr": {
      const pass = readPickUpPass(deps, { text: proof.text, now });
      const portion = pass && (await findHeld(pass.bookingId));
      if (!pass || portion?.carePointId !== carePointId) throw new AppError("pass_unknown");
      // A meal that was handed out is shown as such, whatever the age of the picture.
      if (!pass.isFresh && portion.state !== "served") throw new AppError("pass_expired");
      return portion;
    }
    case "by_name": {
      const portion = await findHeld(proof.bookingId);
      if (portion?.carePointId !== carePointId) throw notFound();
      return portion;
    }
  }
}

async function findTyped({ carePointId, actor, now, code }: CheckingIn & { readonly code: string }) {
  const today = businessDay(now);
  const sittings = Meal.options.map((meal) => stableId(carePointId, today, meal));
  const portion = await guessCode({ sessionId: actor.sessionId, now }, () => findByCode({ sittings, code }));
  if (!portion) throw new AppError("code_unknown");
  return portion;
}
