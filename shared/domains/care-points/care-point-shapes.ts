import * as z from "zod/mini";
import { CareService, FacilityKind } from "@shared/core/network";
import { Acceptance, AccessibilityMark, capacityFields, Freshness, PriceRange } from "@shared/core/offering-shapes";
import { Id, ServiceDate } from "@shared/core/primitives";

export {
  Acceptance,
  AccessibilityMark,
  Capacity,
  Freshness,
  OpeningHours,
  PriceRange,
} from "@shared/core/offering-shapes";

const grade = { scheme: z.string(), grade: z.string(), issuer: z.string() };

/** A quality grade, told only while it is valid: 四星级 by 养老机构等级划分与评定. */
export const Grade = z.object({ ...grade, expiresOn: ServiceDate });
export type Grade = z.infer<typeof Grade>;

/**
 * Why an entry is in no list: its plaque is not up and published yet, the county took it out, it serves nobody for a while,
 * it closed, or it was one with another.
 */
export const WithheldReason = z.enum(["not_plated", "unpublished", "suspended", "closed", "merged"]);
export type WithheldReason = z.infer<typeof WithheldReason>;

/** WGS-84 or GCJ-02, degrees; the field's name says which. */
export const Position = z.object({ latitude: z.number(), longitude: z.number() });
export type Position = z.infer<typeof Position>;

/** One service of a care point as its page tells it. */
export const OfferingFacts = z.object({
  service: CareService,
  isOpenNow: z.boolean(),
  /** "营业到 13:00" or "明天 11:30 开门". */
  openLabel: z.string(),
  /** Its week in words, the season that holds today, then days that differ. */
  openingLines: z.array(z.string()),
  /** Whether one orders or books it here; otherwise one rings up or goes there. */
  isBookable: z.boolean(),
  /** `asOfLabel`: "2026年11月1日". */
  capacity: z.nullable(z.object({ ...capacityFields, asOfLabel: z.string() })),
  price: z.nullable(PriceRange),
});
export type OfferingFacts = z.infer<typeof OfferingFacts>;

const summary = {
  id: Id,
  name: z.string(),
  kinds: z.array(FacilityKind),
  services: z.array(CareService),
  /** Those of the services that one orders or books here. */
  bookable: z.array(CareService),
  /** Straight line from the chosen community, metres. Null when no community was given. */
  distanceMetres: z.nullable(z.int()),
  /** On foot, minutes, at the pace of the region pack: a pram's for childcare, else an elder's. Null likewise. */
  walkMinutes: z.nullable(z.int()),
  /** Of the service asked for; of any of them when none was. */
  isOpenNow: z.boolean(),
  /** "营业到 13:00" or "明天 11:30 开门". */
  openLabel: z.string(),
  phone: z.string(),
  accessibility: z.array(AccessibilityMark),
  accepts: z.array(Acceptance),
  /** In force; `untilLabel`: "2027年6月30日". */
  grade: z.nullable(z.object({ ...grade, untilLabel: z.string() })),
  freshness: Freshness,
  isDemo: z.boolean(),
};

export const CarePointSummary = z.object(summary);
export type CarePointSummary = z.infer<typeof CarePointSummary>;

export const CarePoint = z.object({
  ...summary,
  /** Null while it is published; `sinceLabel`: "2026年11月22日"; `mergedInto`: what took its place. */
  withheld: z.nullable(z.object({ why: WithheldReason, sinceLabel: z.string(), mergedInto: z.nullable(Id) })),
  /** Names it had before, newest first. */
  formerNames: z.array(z.string()),
  /** Who runs it; null where nobody said. */
  operatorName: z.nullable(z.string()),
  /** From the city down: "新乡市 红旗区 春风社区". */
  regionNames: z.array(z.string()),
  /** Further villages or communities it serves. */
  servesNames: z.array(z.string()),
  address: z.string(),
  offerings: z.array(OfferingFacts),
  /** Days to come on which all of it is closed, with why. */
  closedLines: z.array(z.string()),
  /** Permits and certificates in force; `untilLabel` null where it has no end. */
  certificates: z.array(z.object({ name: z.string(), untilLabel: z.nullable(z.string()) })),
  /** The day on which somebody last checked this entry: "2026年11月22日". */
  verifiedLabel: z.string(),
  /** Degrees WGS-84, as satellites tell it. */
  position: Position,
  /** The same place as maps in China draw it, degrees GCJ-02. */
  mapPosition: Position,
});
export type CarePoint = z.infer<typeof CarePoint>;
