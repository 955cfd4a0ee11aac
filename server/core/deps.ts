import type { Env } from "../env";
import type { Clock } from "./clock";
import type { Sealer } from "./crypto/sealer";
import type { ActorCache } from "./http/actor-cache";
import type { Limits } from "./limits/limits";
import type { Logger } from "./logger";
import type { PersonalData } from "./personal-data";
import type { SmsPort } from "./sms/sms-port";
import type { WechatPort } from "./wechat/wechat-port";

/** What the running program hands to every domain; tests replace single members. */
export interface Deps {
  readonly env: Env;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sealer: Sealer;
  /** Who is signed in, cached for seconds; `forget` a person whose sessions or roles change. */
  readonly actors: ActorCache;
  readonly limits: Limits;
  readonly wechat: WechatPort;
  /** WeChat's ids of the message templates by our names for them; empty where none is configured. */
  readonly messageTemplates: ReadonlyMap<string, string>;
  /** Absent where no message service is configured. */
  readonly sms: SmsPort | null;
  /**
   * What every domain keeps about people, those who build on others before them: bookings end before bonds, and the person
   * herself is the last.
   */
  readonly personalData: () => readonly PersonalData[];
}
