import { createSealer } from "./core/crypto/sealer";
import { database } from "./core/db/connect";
import type { Deps } from "./core/deps";
import { createActorCache } from "./core/http/actor-cache";
import { allDomains } from "./domains/index";
import { createLimits, type Limit, type LimitName } from "./core/limits/limits";

interface Given extends Pick<Deps, "env" | "clock" | "logger" | "wechat" | "messageTemplates" | "sms"> {
  /** Other limits than the usual ones, for tests; none is ever off. */
  readonly limits?: Partial<Record<LimitName, Limit>>;
}

/** Makes the rest of what domains are handed, once the database is connected. */
export function createDeps({ limits = {}, ...given }: Given): Deps {
  const sealer = createSealer(given.env);
  const deps: Deps = {
    ...given,
    sealer,
    actors: createActorCache(given.clock),
    limits: createLimits({ db: database(), sealer, limits }),
    personalData: () => allDomains.flatMap(({ createPersonalData }) => createPersonalData?.(deps) ?? []).reverse(),
  };
  return deps;
}
