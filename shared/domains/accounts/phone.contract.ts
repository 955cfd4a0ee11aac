import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";

/** A person's own phone number, kept so that her canteen can reach her. Nothing needs one. */
export const phoneContract = defineContract({
  name: "phone",
  errors: {
    phone_refused: { status: 409, text: "没有拿到手机号，请再点一次，或者先跳过" },
    phone_unavailable: { status: 503, text: "微信现在没有回应，可以先跳过，下回再留" },
    phone_of_another: { status: 409, text: "这个手机号已经登记在别处了，请打电话给照护点，合到一起" },
  },
  endpoints: {
    linkWechatPhone: {
      method: "POST",
      path: "/accounts/me/phone/wechat",
      summary: "Keep the number that WeChat's phone button gave leave for; its code is good once, for five minutes",
      access: "signed-in",
      body: z.strictObject({ code: z.string().check(z.regex(/^[\w-]{1,128}$/)) }),
      response: z.object({ phoneTail: z.string().check(z.regex(/^\d{4}$/)) }),
      errors: ["phone_refused", "phone_unavailable", "phone_of_another"],
    },
  },
});
