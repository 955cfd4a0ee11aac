import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Instant } from "@shared/core/primitives";

export const MyData = z.object({
  madeAt: Instant,
  groups: z.array(
    z.object({
      /** "我的资料", "订餐". */
      title: z.string(),
      rows: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
  /** "一刻-我的资料-2026-11-22.json". */
  fileName: z.string(),
  /** The same as one JSON text, to be saved and read by programs (个人信息保护法 第四十五条). */
  json: z.string(),
});
export type MyData = z.infer<typeof MyData>;

/** 我的数据: to see, to take away, to erase. */
export const myDataContract = defineContract({
  name: "my-data",
  errors: {},
  endpoints: {
    getMyData: {
      method: "GET",
      path: "/accounts/me/data",
      summary: "Everything that is kept about me, in words and as JSON",
      access: "signed-in",
      response: MyData,
    },
    deleteAccount: {
      method: "POST",
      path: "/accounts/me/deletion",
      summary: "Leave: bookings ahead are cancelled, everything kept about me is erased, every session ends",
      access: "signed-in",
      /** Asked once more on the screen, and said once more here. */
      body: z.strictObject({ isCertain: z.literal(true) }),
      response: z.object({ deleted: z.literal(true) }),
    },
  },
});
