import { AppError } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { SmsPort } from "@server/core/sms/sms-port";
import { findPersonByPhone } from "./accounts.queries";
import { LOGIN_CODE_MINUTES, makeLoginCode } from "./make-login-code";
import { isStaff } from "./person.model";

/**
 * Sends a code to a registered phone. Looking up and sending go on after the answer: whether the phone is known shows
 * neither in what is said nor in how long it takes.
 * @throws AppError sms_unavailable where no message service is configured
 */
export function sendLoginCode(deps: Deps, phone: string): { validMinutes: number } {
  const { sms, logger } = deps;
  if (!sms) throw new AppError("sms_unavailable");
  sendIfKnown({ deps, sms, phone }).catch((err: unknown) => logger.error({ err }, "login code not sent"));
  return { validMinutes: LOGIN_CODE_MINUTES };
}

async function sendIfKnown({ deps, sms, phone }: { deps: Deps; sms: SmsPort; phone: string }): Promise<void> {
  const person = await findPersonByPhone(deps.sealer, phone);
  if (!person || isStaff(person)) return;
  const { code } = await makeLoginCode(deps, { personId: person._id, actorId: person._id, act: "send-login-code" });
  await sms.send({ phone, text: textOf(code) });
}

const textOf = (code: string): string =>
  `【一刻】登录码 ${code.slice(0, 4)} ${code.slice(4)}，${LOGIN_CODE_MINUTES} 分钟内用一次。不是您要登录，请不用理会。`;
