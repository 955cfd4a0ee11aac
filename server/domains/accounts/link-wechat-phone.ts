import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { WechatError } from "@server/core/wechat/wechat-port";
import { askToMerge } from "./ask-to-merge";
import { PersonModel, type PersonDocument } from "./person.model";
import { openPhoneTail, sealPhone } from "./personal-values";

const RATE_LIMITED_SECONDS = 60;

interface Link {
  readonly personId: string;
  /** Of WeChat's phone button: single use, five minutes. */
  readonly code: string;
}

/**
 * Keeps the number that WeChat vouches for as the person's own, in place of an earlier one. What a client says the number
 * is counts for nothing, and one number belongs to one person: who already has it keeps it, and a person decides whether
 * the two are one.
 * @throws AppError phone_refused, phone_unavailable, slow_down or phone_of_another
 */
export async function linkWechatPhone(deps: Deps, { personId, code }: Link): Promise<{ phoneTail: string }> {
  const { sealer, clock, wechat } = deps;
  const number = await wechat.exchangePhoneCode(code).catch(refuse);
  const subject = { type: "person", id: personId };
  const outbox = auditEvent({ act: "phone.link-wechat-phone", actorId: personId, subject, now: clock.now() });
  const phone = sealPhone({ sealer, personId }, number);
  const person = await PersonModel.findOneAndUpdate(
    { _id: personId },
    { $set: phone, $push: { outbox } },
    { returnDocument: "after" },
  )
    .lean<PersonDocument>()
    .catch(async (error: unknown) => {
      if (isDuplicateKey(error)) await askToMerge(deps, { personId, phone: number });
      return refuseSecondOwner(error);
    });
  const phoneTail = person && openPhoneTail(sealer, person);
  if (!phoneTail) throw new AppError("sign_in_required");
  return { phoneTail };
}

/** The unique index on the number decides. */
function refuseSecondOwner(error: unknown): never {
  throw isDuplicateKey(error) ? new AppError("phone_of_another") : error;
}

function refuse(error: unknown): never {
  if (!(error instanceof WechatError)) throw error;
  if (error.kind === "invalid_code" || error.kind === "refused") throw new AppError("phone_refused");
  if (error.kind === "rate_limited") throw new AppError("slow_down", { retryAfterSeconds: RATE_LIMITED_SECONDS });
  throw new AppError("phone_unavailable", { cause: error });
}
