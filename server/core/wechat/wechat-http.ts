import * as z from "zod/mini";
import { MobilePhone } from "@shared/core/primitives";
import { askWechat, because, throwRefusal, type WechatOptions } from "./ask-wechat";
import { WechatError, type WechatPort } from "./wechat-port";
import { createTokenHolder } from "./wechat-token";

const WechatId = z.string().check(z.regex(/^[\w-]{6,64}$/));
const errcode = z.optional(z.int());

/** What `jscode2session` answers. Its `session_key` is not even named here, so it can neither be kept nor logged. */
const SessionAnswer = z.object({ openid: z.optional(WechatId), unionid: z.optional(WechatId), errcode });
const PhoneAnswer = z.object({ phone_info: z.optional(z.object({ purePhoneNumber: MobilePhone })), errcode });
const MessageAnswer = z.object({ errcode });

/** WeChat's own servers, asked over HTTP. Codes are never sent again: each is good for one exchange. */
export function createWechatHttp(options: WechatOptions): WechatPort {
  const { appId, secret, apiOrigin, withinMs } = options;
  const withToken = createTokenHolder(options);
  const address = (path: string, query: Readonly<Record<string, string>>) => {
    const url = new URL(path, apiOrigin);
    url.search = new URLSearchParams(query).toString();
    return url;
  };
  return {
    exchangeCode: async (code) => {
      const query = { appid: appId, secret, js_code: code, grant_type: "authorization_code" };
      const url = address("/sns/jscode2session", query);
      const { openid, unionid, ...reply } = await askWechat({ url, answer: SessionAnswer, withinMs });
      throwRefusal(reply.errcode);
      if (openid === undefined) throw new WechatError("unavailable", because("no_openid"));
      return { openid, ...(unionid === undefined ? {} : { unionid }) };
    },

    exchangePhoneCode: async (code) => {
      const reply = await withToken((token) => {
        const url = address("/wxa/business/getuserphonenumber", { access_token: token });
        return askWechat({ url, body: { code }, answer: PhoneAnswer, withinMs });
      });
      throwRefusal(reply.errcode);
      if (!reply.phone_info) throw new WechatError("unavailable", because("no_phone"));
      return reply.phone_info.purePhoneNumber;
    },

    sendMessage: async ({ openid, templateId, page, data }) => {
      const values = Object.fromEntries(Object.entries(data).map(([keyword, value]) => [keyword, { value }]));
      const reply = await withToken((token) => {
        const url = address("/cgi-bin/message/subscribe/send", { access_token: token });
        const body = { touser: openid, template_id: templateId, page, data: values };
        return askWechat({ url, body, answer: MessageAnswer, withinMs });
      });
      throwRefusal(reply.errcode);
    },
  };
}
