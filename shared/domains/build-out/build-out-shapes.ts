import * as z from "zod/mini";
import { Datum } from "@shared/core/datum";
import { OpeningHours } from "@shared/core/offering-shapes";
import { Id, Instant, ServiceDate, text } from "@shared/core/primitives";

/** Where a meal point of the programme stands on its way; `closed` and `rejected` are ends. */
export const MealPointState = z.enum([
  "proposed",
  "surveyed",
  "verified",
  "rejected",
  "built",
  "plated",
  "published",
  "operating",
  "suspended",
  "closed",
]);
export type MealPointState = z.infer<typeof MealPointState>;

/** States as the screen names them. */
export const mealPointStateWords = {
  proposed: "待摸排",
  surveyed: "待核查",
  verified: "待建成",
  rejected: "不建了",
  built: "待挂牌",
  plated: "待公布",
  published: "已公布",
  operating: "供餐中",
  suspended: "暂停供餐",
  closed: "已关停",
} as const satisfies Record<MealPointState, string>;

/** How many points stand in a state; `label` as `mealPointStateWords`. */
export const StateCount = z.object({ state: MealPointState, label: z.string(), count: z.int() });
export type StateCount = z.infer<typeof StateCount>;

/** How a point comes by its meals: 自己做, 中央厨房送, 和饭店合作. */
export const KitchenKind = z.enum(["own_kitchen", "central_kitchen", "restaurant"]);
export type KitchenKind = z.infer<typeof KitchenKind>;

export const kitchenKindWords = {
  own_kitchen: "自己做饭",
  central_kitchen: "中央厨房送餐",
  restaurant: "和饭店合作",
} as const satisfies Record<KitchenKind, string>;

export const NAME_LONGEST = 40;
export const ADDRESS_LONGEST = 100;
export const REASON_LONGEST = 200;
export const NOTES_LONGEST = 500;
export const SOURCE_LONGEST = 60;
export const PLAQUE_LONGEST = 20;

const isInChina = ({ latitude, longitude }: { latitude: number; longitude: number }): boolean =>
  3 <= latitude && latitude <= 54 && 73 <= longitude && longitude <= 136;

/** Degrees, in China; latitude and longitude in each other's place are refused: screens ask 是不是填反了 before. */
const TypedPosition = z
  .strictObject({
    latitude: z.number().check(z.minimum(-180), z.maximum(180)),
    longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  })
  .check(z.refine(isInChina, "outside_china"));

/** As one dials it: digits, and hyphens between them. */
const DialledPhone = z.string().check(z.maxLength(20), z.regex(/^\d[\d-]{3,18}\d$/));

/** A food permit as it hangs on the wall; `expiresOn` is its last day, null where it has none. */
const typedLicence = { number: text({ max: 40 }), expiresOn: z.nullable(ServiceDate) };

/** How many elders live within 500 m, and who says so: typed by the surveyor, never worked out. */
const typedElders = { count: z.int().check(z.minimum(0), z.maximum(100_000)), source: text({ max: SOURCE_LONGEST }) };

/** What a surveyor writes; it takes the place of what was saved before. */
export const SurveyInput = z.strictObject({
  /** As the point is going to be called, and where it is found. */
  name: text({ max: NAME_LONGEST }),
  address: text({ max: ADDRESS_LONGEST }),
  phone: DialledPhone,
  position: TypedPosition,
  datum: Datum,
  kitchenKind: KitchenKind,
  eldersWithin: z.strictObject(typedElders),
  /** Null where there is none yet. */
  licence: z.nullable(z.strictObject(typedLicence)),
  /** When it is to serve; several rows a day are breaks between them. */
  openingHours: z
    .array(
      z
        .strictObject({ ...OpeningHours.shape })
        .check(z.refine(({ opens, closes }) => opens < closes, "ends_before_it_starts")),
    )
    .check(z.maxLength(28)),
  notes: z.nullable(text({ max: NOTES_LONGEST })),
});
export type SurveyInput = z.infer<typeof SurveyInput>;

/** A survey as it was saved last; its position in WGS-84 whatever map it came from. */
export const Survey = z.object({
  /** Counts the savings from 1 on; an act on a survey names the one that was seen. */
  version: z.int(),
  phone: z.string(),
  position: z.object({ latitude: z.number(), longitude: z.number() }),
  kitchenKind: KitchenKind,
  eldersWithin: z.object({ count: z.int(), source: z.string() }),
  licence: z.nullable(z.object({ number: z.string(), expiresOn: z.nullable(ServiceDate) })),
  openingHours: z.array(OpeningHours),
  notes: z.nullable(z.string()),
  /** "孙科长，11月22日". */
  savedLabel: z.string(),
});
export type Survey = z.infer<typeof Survey>;

/** One act in the life of a point, in words: "11月22日 10:05 摸排交上去了（孙科长）". */
export const TimelineRow = z.object({
  at: Instant,
  /** "11月22日 10:05". */
  atLabel: z.string(),
  /** "核查第一人同意". */
  text: z.string(),
  /** Who did it; null for the program and for somebody who has left. */
  person: z.nullable(z.string()),
  /** Why, in the person's words. */
  reason: z.nullable(z.string()),
});
export type TimelineRow = z.infer<typeof TimelineRow>;

/** What the person who asks may do to the point as it is now. */
export const MealPointAbilities = z.object({
  survey: z.boolean(),
  passSurvey: z.boolean(),
  /** Say yes; never both times. */
  agree: z.boolean(),
  /** Send it back to the survey, or reject it. */
  refuse: z.boolean(),
  markBuilt: z.boolean(),
  plate: z.boolean(),
  publish: z.boolean(),
  startOperating: z.boolean(),
  suspend: z.boolean(),
  resume: z.boolean(),
  close: z.boolean(),
  showPlate: z.boolean(),
});
export type MealPointAbilities = z.infer<typeof MealPointAbilities>;

const row = {
  id: Id,
  name: z.string(),
  address: z.string(),
  state: MealPointState,
  /** "待核查", as `mealPointStateWords`. */
  stateLabel: z.string(),
  countyId: Id,
  countyName: z.string(),
  /** Below the county: "向阳街道 春风社区"; the county's own name where it stands in no part of it. */
  placeName: z.string(),
  /** Whose turn it is: "红旗区 县（市、区）民政局"; null at an end and while it operates. */
  turnOf: z.nullable(z.string()),
  /** The last day on time, "11月27日 星期五"; null where nothing is due. */
  dueLabel: z.nullable(z.string()),
  isOverdue: z.boolean(),
  plaqueNumber: z.nullable(z.string()),
  /** "第一批". */
  batchName: z.nullable(z.string()),
  isDemo: z.boolean(),
};

export const MealPointRow = z.object(row);
export type MealPointRow = z.infer<typeof MealPointRow>;

/** A meal point with everything that is known of it. */
export const MealPoint = z.object({
  ...row,
  cityId: Id,
  /** Why it was proposed. */
  proposal: z.string(),
  /** Null until one was saved. */
  survey: z.nullable(Survey),
  /** The nearest place with meals that lies within the distance of the rules; a warning, never a refusal. */
  clash: z.nullable(
    z.object({
      name: z.string(),
      metres: z.int(),
      /** The distance of the rules, metres. */
      withinMetres: z.int(),
      /** Its entry; null while it is itself a point of the programme that is not built yet. */
      carePointId: z.nullable(Id),
    }),
  ),
  /** That the surveyed position lies far from its region, in a sentence; a warning, never a refusal. */
  farAway: z.nullable(z.string()),
  /** Who said yes first, while a second one is waited for; `isYou`: it has to be somebody else. */
  firstYes: z.nullable(z.object({ person: z.nullable(z.string()), isYou: z.boolean() })),
  /** Its entry, from the day on which it was built; in no list before it is published. */
  carePointId: z.nullable(Id),
  /** Oldest first. */
  timeline: z.array(TimelineRow),
  abilities: MealPointAbilities,
});
export type MealPoint = z.infer<typeof MealPoint>;
