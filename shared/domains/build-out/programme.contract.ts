import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, text } from "@shared/core/primitives";
import { PlaqueNumber } from "./build-out.contract";
import { Batch, Plate, Progress } from "./programme-shapes";

export const BATCH_NAME_LONGEST = 20;
export const BATCH_AT_MOST = 200;
const SHARE_MOST = 100_000;

const count = z.int().check(z.minimum(0), z.maximum(SHARE_MOST));

/** 建设任务: how far a city's programme is, how its target is split, its plaques and the batches it publishes. */
export const programmeContract = defineContract({
  name: "programme",
  errors: {
    no_target: { status: 409, text: "这里没有定下要建多少个助餐点，不用分解" },
    split_sum_wrong: { status: 409, text: "各县加起来要正好等于总任务数，请再算一遍" },
    batch_refused: { status: 409, text: "这一批里有的点位不能公布，请去掉再试" },
    batch_name_taken: { status: 409, text: "这个批次名已经用过了，请换一个，比如“第二批”" },
  },
  endpoints: {
    getProgress: {
      method: "GET",
      access: "public",
      path: "/build-out/progress",
      summary: "How far the build-out of meal points is in the city of a region, in all and by county",
      query: z.strictObject({ regionId: Id }),
      response: Progress,
    },
    splitTarget: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/build-out/target-splits",
      summary: "Split the city's target to its counties; the newest split holds, the others stay on record",
      body: z.strictObject({
        cityId: Id,
        /** Each county of the city once; together exactly the target. */
        shares: z.array(z.strictObject({ regionId: Id, value: count })).check(z.minLength(1), z.maxLength(100)),
      }),
      response: Progress,
      errors: ["no_target", "split_sum_wrong"],
    },
    publishBatch: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/build-out/batches",
      summary: "Publish plated points of a county in one go: all of them or none",
      body: z.strictObject({
        regionId: Id,
        name: text({ max: BATCH_NAME_LONGEST }),
        /**
         * A refusal (`batch_refused`) names the rows that are at fault in its fields, such as `body.mealPointIds.3`, with
         * `unknown` for a point that is none of this county, `not_plated` or `already_published`.
         */
        mealPointIds: z.array(Id).check(
          z.minLength(1),
          z.maxLength(BATCH_AT_MOST),
          z.refine((ids) => new Set(ids).size === ids.length, "twice"),
        ),
      }),
      response: Batch,
      errors: ["batch_refused", "batch_name_taken"],
    },
    listBatches: {
      method: "GET",
      access: "signed-in",
      path: "/build-out/batches",
      summary: "The batches of a county, the newest first",
      query: z.strictObject({ regionId: Id }),
      response: z.object({ batches: z.array(Batch) }),
    },
    getPlate: {
      method: "GET",
      access: "signed-in",
      path: "/build-out/meal-points/:mealPointId/plate",
      summary: "What is printed for a point that has its plaque",
      params: z.strictObject({ mealPointId: Id }),
      response: Plate,
    },
    openPlaque: {
      method: "GET",
      access: "public",
      path: "/build-out/plaques",
      summary: "Whose plaque this is: the entry of the point, published or not",
      query: z.strictObject({ cityId: Id, number: PlaqueNumber }),
      response: z.object({ carePointId: Id, name: z.string(), plaqueNumber: z.string() }),
    },
  },
});
