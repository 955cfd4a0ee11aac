import { MessageTemplate } from "@shared/domains/notices/notices.contract";
import type { Deps } from "./core/deps";
import { createSmsHttp } from "./core/sms/sms-http";
import { startWechatFake } from "./core/wechat/wechat-fake";
import { createWechatHttp } from "./core/wechat/wechat-http";
import { WechatError, type WechatPort } from "./core/wechat/wechat-port";
import type { Env } from "./env";

interface Outside extends Pick<Deps, "wechat" | "messageTemplates" | "sms"> {
  readonly stop: () => Promise<void>;
}

/** Opens the doors to other services as the settings say; in the demo a stand-in on this computer answers for WeChat. */
export async function openOutside({ wechat, sms, isDemo }: Env): Promise<Outside> {
  const fake = !wechat && isDemo ? await startWechatFake() : null;
  const account = wechat ?? (fake && { appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin });
  return {
    messageTemplates: wechat?.templates ?? (fake ? demoTemplates : new Map<string, string>()),
    wechat: account ? createWechatHttp(account) : withoutWechat,
    sms: sms && createSmsHttp(sms),
    stop: async () => fake?.stop(),
  };
}

/** What the stand-in takes for templates of its console. */
const demoTemplates: ReadonlyMap<string, string> = new Map(
  MessageTemplate.options.map((template) => [template, `demo-${template}`]),
);

const silence = () => Promise.reject(new WechatError("unavailable"));
const withoutWechat: WechatPort = { exchangeCode: silence, exchangePhoneCode: silence, sendMessage: silence };
