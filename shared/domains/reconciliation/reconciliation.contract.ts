import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Id, ServiceDate } from "@shared/core/primitives";

/**
 * Why the platform's figures could not be taken: it did not answer, or too slowly, too long or from elsewhere; it refuses
 * our token; what it said is not what was asked for; its figures changed while they were being read.
 */
export const PlatformTrouble = z.enum(["unreachable", "token_refused", "unreadable", "changing"]);
export type PlatformTrouble = z.infer<typeof PlatformTrouble>;

/** Facilities for elders and their beds. */
const Figures = z.object({ facilities: z.int(), beds: z.int() });

const Compared = {
  theirs: Figures,
  ours: Figures,
  /** Ours less theirs. */
  difference: Figures,
  /** Facilities that only the one or only the other has. */
  onlyTheirs: z.int(),
  onlyOurs: z.int(),
};

const CountyRow = z.object({ county: z.object({ id: Id, name: z.string() }), ...Compared });
export type CountyRow = z.infer<typeof CountyRow>;

/** A facility that only one side has. */
export const UnmatchedFacility = z.object({
  name: z.string(),
  countyName: z.string(),
  creditCode: z.nullable(z.string()),
  beds: z.int(),
  /** Our entry; null for one of theirs. */
  carePointId: z.nullable(Id),
});
export type UnmatchedFacility = z.infer<typeof UnmatchedFacility>;

/** A page of what only one side has. */
const UnmatchedPage = z.object({
  /** All of them, on this page and the others. */
  total: z.int(),
  /** At most twenty. */
  facilities: z.array(UnmatchedFacility),
  nextCursor: z.nullable(Cursor),
});
export type UnmatchedPage = z.infer<typeof UnmatchedPage>;

export const Reconciliation = z.object({
  region: z.object({ id: Id, name: z.string() }),
  /** Whether this server is set up to ask a province's platform at all. */
  isConnected: z.boolean(),
  /** The last time it was asked; null before the first. */
  lastTry: z.nullable(z.object({ on: ServiceDate, trouble: z.nullable(PlatformTrouble) })),
  /** Theirs beside ours of this moment; null while nothing was ever read. */
  figures: z.nullable(
    z.object({
      /** The day of which their figures tell, and the day on which they were read. */
      asOf: ServiceDate,
      readOn: ServiceDate,
      /** Those that differ most first; a county's office sees its own. */
      counties: z.array(CountyRow),
      total: z.object(Compared),
      /** Theirs whose county is none of this city's: in no county's row. */
      unplaced: z.int(),
      /** What only the one or only the other has, by county and name: the first pages of `listUnmatched`. */
      unmatched: z.object({ theirs: UnmatchedPage, ours: UnmatchedPage }),
    }),
  ),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

export const Side = z.enum(["theirs", "ours"]);
export type Side = z.infer<typeof Side>;

export const reconciliationContract = defineContract({
  name: "reconciliation",
  errors: {},
  endpoints: {
    getReconciliation: {
      method: "GET",
      path: "/reconciliation",
      summary: "The provincial supply-demand platform's figures beside ours, county by county",
      access: "signed-in",
      query: z.strictObject({ regionId: Id }),
      response: Reconciliation,
    },
    listUnmatched: {
      method: "GET",
      path: "/reconciliation/unmatched",
      summary: "The facilities that only the platform has, or only we have, by county and name",
      access: "signed-in",
      query: z.strictObject({ regionId: Id, side: Side, cursor: z.optional(Cursor) }),
      response: UnmatchedPage,
    },
  },
});
