import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { ServiceDate } from "@shared/core/primitives";

/** Somebody who came by WeChat, and the record that staff had made of her: one person, when she says so. */
export const mergeContract = defineContract({
  name: "merge",
  errors: {
    merge_birth_date_wrong: { status: 409, text: "生日和照护点登记的对不上，请再核对，或者打电话问照护点" },
  },
  endpoints: {
    getMergeQuestion: {
      method: "GET",
      path: "/accounts/merge",
      summary: "Whether I am somebody whom a care point has on record under my phone number",
      access: "signed-in",
      response: z.object({
        /** "照护点登记过一位王阿姨，1948 年生，是您吗？"; null when there is nothing to ask. */
        question: z.nullable(z.string()),
      }),
    },
    answerMergeQuestion: {
      method: "POST",
      path: "/accounts/merge",
      summary: "Say yes, with the birth date as proof, and the two become one; or no, and nothing moves",
      access: "signed-in",
      body: z.strictObject({
        isMe: z.boolean(),
        /** As the care point has it; with a yes. */ birthDate: z.optional(ServiceDate),
      }),
      response: z.object({ merged: z.boolean() }),
      errors: ["merge_birth_date_wrong"],
    },
  },
});
