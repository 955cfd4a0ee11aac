import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, text } from "@shared/core/primitives";

/** One of two entries, as far as one compares them; words as the screen says them. */
export const MergeSide = z.object({
  carePointId: Id,
  name: z.string(),
  kinds: z.string(),
  services: z.string(),
  address: z.string(),
  phone: z.string(),
  /** Who runs it; empty where nobody said. */
  operatorName: z.string(),
  creditCode: z.string(),
  /** "2026年11月22日". */
  verifiedLabel: z.string(),
});
export type MergeSide = z.infer<typeof MergeSide>;

/** Proposed; agreed to and being done; done; declined by the second person or taken back by the first. */
export const MergeState = z.enum(["proposed", "confirmed", "merged", "declined"]);
export type MergeState = z.infer<typeof MergeState>;

export const CarePointMerge = z.object({
  id: Id,
  state: MergeState,
  keep: MergeSide,
  gone: MergeSide,
  /** "今天 10:05". */
  atLabel: z.string(),
  /** "11月25日 星期三": until then somebody is to have looked. */
  dueLabel: z.string(),
  isOwn: z.boolean(),
  /** `confirm` only for somebody else than who proposed it. */
  abilities: z.object({ confirm: z.boolean(), decline: z.boolean() }),
});
export type CarePointMerge = z.infer<typeof CarePointMerge>;

const regionId = z.strictObject({ regionId: Id });

export const carePointMergesContract = defineContract({
  name: "care-point-merges",
  errors: {
    merge_open: { status: 409, text: "这两处里有一处已经提出合并了，先把那一件办完" },
    merge_has_menus: { status: 409, text: "要并掉的点位还有没开的餐，先停掉以后的菜，或者留下它、并掉另一个" },
    merge_gone: { status: 409, text: "其中一处已经并入别处，请重新看一看" },
    merge_own_proposal: { status: 409, text: "合并要两个人看，您提出的请另一位同事来同意" },
  },
  endpoints: {
    listMerges: {
      method: "GET",
      path: "/care-point-merges",
      summary: "Entries of an office's region that look like one place, and what was proposed about them",
      access: "signed-in",
      query: regionId,
      response: z.object({
        merges: z.array(CarePointMerge),
        /** Pairs with like names near each other that nobody proposed; at most twenty. */
        suspects: z.array(z.object({ keep: MergeSide, gone: MergeSide, metres: z.int() })),
      }),
    },
    findMergeSides: {
      method: "GET",
      path: "/care-point-merges/sides",
      summary: "Entries of an office's region by a part of their name, at most ten",
      access: "signed-in",
      query: z.strictObject({ regionId: Id, name: text({ max: 40 }) }),
      response: z.object({ sides: z.array(MergeSide) }),
    },
    proposeMerge: {
      method: "POST",
      path: "/care-point-merges",
      summary: "Propose that two entries are one place, and which of them stays",
      access: "signed-in",
      keyed: true,
      body: z.strictObject({ regionId: Id, keepId: Id, goneId: Id }),
      response: CarePointMerge,
      errors: ["merge_open", "merge_has_menus", "merge_gone"],
    },
    answerMerge: {
      method: "POST",
      path: "/care-point-merges/:mergeId/answers",
      summary: "A second person says that they are one, or either of them that they are not",
      access: "signed-in",
      keyed: true,
      params: z.strictObject({ mergeId: Id }),
      body: z.strictObject({ answer: z.enum(["confirm", "decline"]) }),
      response: CarePointMerge,
      errors: ["merge_own_proposal", "merge_has_menus", "merge_gone"],
    },
  },
});
