import * as z from "zod/mini";
import { Allergen, DietMark } from "@shared/core/diet";
import { defineContract } from "@shared/core/endpoint";
import { Id, Instant } from "@shared/core/primitives";

const once = z.refine<readonly string[]>((list) => new Set(list).size === list.length, "twice");
const Allergens = z.array(Allergen).check(z.maxLength(Allergen.options.length), once);
const DietMarks = z.array(DietMark).check(z.maxLength(DietMark.options.length), once);

/** What a dish must not hold for somebody, and what it should be. */
export const CareNotes = z.object({
  allergens: z.array(Allergen),
  dietMarks: z.array(DietMark),
  /** Null while nothing is kept. */
  consent: z.nullable(
    z.object({
      version: z.string(),
      at: Instant,
      /** "11月22日 您自己同意的", "11月22日 女儿小敏替您同意的". */
      label: z.string(),
    }),
  ),
  /** The words to agree to now, before anything is kept or changed. */
  asked: z.object({ version: z.string(), words: z.string() }),
});
export type CareNotes = z.infer<typeof CareNotes>;

/** Herself unless she names an elder who lets her look after this. */
const whose = { elderId: z.optional(Id) };

export const careNotesContract = defineContract({
  name: "care-notes",
  errors: {},
  endpoints: {
    getCareNotes: {
      method: "GET",
      path: "/care-notes",
      summary: "What I am allergic to and how I eat, or an elder who lets me look after it",
      access: "signed-in",
      query: z.strictObject(whose),
      response: CareNotes,
    },
    saveCareNotes: {
      method: "POST",
      path: "/care-notes",
      summary: "Keep allergies and diet, by consent to the words of that version",
      access: "signed-in",
      body: z.strictObject({
        ...whose,
        allergens: Allergens,
        dietMarks: DietMarks,
        consentVersion: z.string().check(z.maxLength(20)),
      }),
      response: CareNotes,
    },
    withdrawCareNotes: {
      method: "POST",
      path: "/care-notes/withdraw",
      summary: "Take the consent back: what was kept is erased; again, it changes nothing",
      access: "signed-in",
      body: z.strictObject(whose),
      response: CareNotes,
    },
  },
});
