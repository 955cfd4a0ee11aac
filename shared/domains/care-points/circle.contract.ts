import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { CareService } from "@shared/core/network";
import { Id } from "@shared/core/primitives";

/** The care point nearest to a community that gives a service, open now or not. */
const Nearest = z.object({
  id: Id,
  name: z.string(),
  phone: z.string(),
  /** On foot, at the pace of who goes there. */
  walkMinutes: z.int(),
  /** Of this service. */
  isOpenNow: z.boolean(),
  /** "营业到 13:00" or "明天 11:30 开门". */
  openLabel: z.string(),
});

/** One service that a community is to have within some minutes on foot. */
export const CircleService = z.object({
  service: CareService,
  /** Who goes there: an elder, or somebody with a pram. */
  walker: z.enum(["elder", "pram"]),
  /** No paper of the city names this service; it is our reading. */
  isAssumption: z.boolean(),
  /** Whether the nearest is within the circle's minutes. */
  isReachable: z.boolean(),
  /** Null where there is none within ten kilometres. */
  nearest: z.nullable(Nearest),
});
export type CircleService = z.infer<typeof CircleService>;

const Circle = z.object({
  communityName: z.string(),
  /** The city's word for it: 一刻钟便民生活圈. */
  circleName: z.string(),
  minutes: z.int(),
  services: z.array(CircleService),
  /** Whom one asks: the district's guidance centre, or the helpline where its phone is not published. */
  contact: z.object({ name: z.string(), phone: z.string(), isHelpline: z.boolean() }),
});
export type Circle = z.infer<typeof Circle>;

/** 十五分钟圈: what somebody reaches on foot from her community. */
export const circleContract = defineContract({
  name: "circle",
  errors: {},
  endpoints: {
    getCircle: {
      method: "GET",
      path: "/circle",
      summary: "Each service of a community's circle: the nearest care point, and whether it is near enough on foot",
      access: "public",
      query: z.strictObject({ communityId: Id }),
      response: Circle,
    },
  },
});
