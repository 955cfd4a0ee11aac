import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { FacilityKind } from "@shared/core/network";
import { Freshness } from "@shared/core/offering-shapes";
import { Cursor, Id, text } from "@shared/core/primitives";

/** Which of its district's entries an office looks at: 很久没核对, 没有负责人, 没公布的. */
export const OfficeList = z.enum(["overdue", "unmanaged", "withheld"]);
export type OfficeList = z.infer<typeof OfficeList>;

/** Why an office takes an entry out: for now, or because the place closed. */
export const WithholdReason = z.enum(["unpublished", "closed"]);
export type WithholdReason = z.infer<typeof WithholdReason>;

export const SEARCH_LONGEST = 30;
export const REASON_LONGEST = 100;

const officeRecord = {
  carePointId: Id,
  name: z.string(),
  kinds: z.array(FacilityKind),
  address: z.string(),
  phone: z.string(),
  /** Counts the changes; an act names the version it was made on. */
  version: z.int(),
  freshness: Freshness,
  /** "2026年11月22日". */
  verifiedLabel: z.string(),
  /** Days since it should have been checked; 0 while it is believed. */
  overdueDays: z.int(),
  /** Whether somebody there confirms it; otherwise the office does. */
  isManaged: z.boolean(),
  /** Null while it is published. */
  withheld: z.nullable(
    z.object({ why: z.enum(["not_plated", "suspended", "unpublished", "closed", "merged"]), sinceLabel: z.string() }),
  ),
};

export const OfficeRecord = z.object(officeRecord);
export type OfficeRecord = z.infer<typeof OfficeRecord>;

/** Something that was done with an entry: "11月22日 星期日", "停止公布：装修到年底". */
const Deed = z.object({ label: z.string(), text: z.string() });

/** An entry with what was done when, the latest first. */
export const OfficeRecordPage = z.object({ ...officeRecord, history: z.array(Deed) });
export type OfficeRecordPage = z.infer<typeof OfficeRecordPage>;

const version = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const signedIn = { method: "POST", access: "signed-in", keyed: true } as const;

/** 核实和公布: the entries of a district in the hands of its office. */
export const officeRecordsContract = defineContract({
  name: "office-records",
  errors: {
    record_changed: { status: 409, text: "这里的资料刚有人改过，请再看一眼" },
    not_plated: { status: 409, text: "这个助餐点还没有挂牌，挂牌以后才能公布" },
    merged_away: { status: 409, text: "这一处已经并到另一处，请看另一处" },
  },
  endpoints: {
    listOfficeRecords: {
      method: "GET",
      access: "signed-in",
      path: "/office-records",
      summary: "Entries of a district, longest unchecked first; twenty at a time",
      query: z.strictObject({ regionId: Id, show: OfficeList, cursor: z.optional(Cursor) }),
      response: z.object({ records: z.array(OfficeRecord), nextCursor: z.nullable(Cursor) }),
    },
    searchOfficeRecords: {
      method: "GET",
      access: "signed-in",
      path: "/office-records/search",
      summary: "Entries of a district by a part of their name, published or not",
      query: z.strictObject({ regionId: Id, text: text({ max: SEARCH_LONGEST }) }),
      response: z.object({ records: z.array(OfficeRecord) }),
    },
    getOfficeRecord: {
      method: "GET",
      access: "signed-in",
      path: "/office-records/:carePointId",
      summary: "One entry for its office, with what was done when",
      params: z.strictObject({ carePointId: Id }),
      response: OfficeRecordPage,
    },
    withholdRecord: {
      ...signedIn,
      path: "/office-records/withholdings",
      summary: "Take an entry out of every list, with why; its history stays",
      body: z.strictObject({ carePointId: Id, version, why: WithholdReason, words: text({ max: REASON_LONGEST }) }),
      response: OfficeRecordPage,
      errors: ["record_changed"],
    },
    publishRecord: {
      ...signedIn,
      path: "/office-records/publications",
      summary: "Bring an entry back into the lists",
      body: z.strictObject({ carePointId: Id, version }),
      response: OfficeRecordPage,
      errors: ["record_changed", "not_plated", "merged_away"],
    },
  },
});
