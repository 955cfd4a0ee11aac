import { AppError } from "@server/core/app-error";
import type { Sealer } from "@server/core/crypto/sealer";
import type { Deps } from "@server/core/deps";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { newId } from "@server/core/ids";
import { WechatError } from "@server/core/wechat/wechat-port";
import { findPerson } from "./accounts.queries";
import { IdentityModel, sealOpenid, type IdentityDocument } from "./identity.model";
import { PersonModel, type PersonDocument } from "./person.model";

const RATE_LIMITED_SECONDS = 60;

/**
 * Whoever WeChat says holds the code; somebody new becomes a person without name, birth date and community. The openid
 * comes from WeChat's server only: what a client says it is counts for nothing.
 * @throws AppError sign_in_failed, wechat_unavailable or slow_down
 */
export async function findPersonByWechat({ wechat, sealer, clock }: Deps, code: string): Promise<PersonDocument> {
  const { openid } = await wechat.exchangeCode(code).catch(refuse);
  const personId = await claimIdentity(sealer, openid);
  const person = await findPerson(personId);
  return person ?? (await createPerson({ personId, createdAt: new Date(clock.now()) }));
}

function refuse(error: unknown): never {
  if (!(error instanceof WechatError)) throw error;
  switch (error.kind) {
    case "invalid_code":
      throw new AppError("sign_in_failed");
    case "rate_limited":
      throw new AppError("slow_down", { retryAfterSeconds: RATE_LIMITED_SECONDS });
    case "unavailable":
    case "refused":
    case "misconfigured":
      throw new AppError("wechat_unavailable", { cause: error });
  }
}

/** The first sign-in decides the person's id; a second one at the same moment finds it. */
async function claimIdentity(sealer: Sealer, openid: string): Promise<string> {
  const _id = sealer.blindIndex("identities.wechat-openid", openid);
  const known = await IdentityModel.findById(_id).lean<IdentityDocument>();
  if (known) return known.personId;
  const personId = newId();
  try {
    await IdentityModel.create({ _id, personId, openid: sealOpenid(sealer, { id: _id, openid }) });
    return personId;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return claimIdentity(sealer, openid);
  }
}

/** Also heals an identity whose person a crash kept from being written. */
async function createPerson({ personId, createdAt }: { personId: string; createdAt: Date }): Promise<PersonDocument> {
  return PersonModel.findOneAndUpdate(
    { _id: personId },
    { $setOnInsert: { createdAt } },
    { upsert: true, returnDocument: "after", setDefaultsOnInsert: true },
  )
    .lean<PersonDocument>()
    .orFail();
}
