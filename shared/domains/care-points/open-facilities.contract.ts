import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";

const Id = z.string().check(z.minLength(1), z.maxLength(64));
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** RFC 5545 words; a week's rule at one time of the day. */
const Schedule = z.strictObject({
  id: Id,
  freq: z.literal("WEEKLY"),
  byday: z.string().check(z.regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/)),
  opens_at: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
  closes_at: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
  timezone: z.literal("Asia/Shanghai"),
  /** The part of the year in which it holds, `MM-DD`; empty for the whole year. */
  description: z.string(),
});

const Location = z.strictObject({
  id: Id,
  location_type: z.literal("physical"),
  name: z.string(),
  alternate_name: z.nullable(z.string()),
  latitude: z.number(),
  longitude: z.number(),
  addresses: z.array(
    z.strictObject({
      address_type: z.literal("physical"),
      address_1: z.string(),
      city: z.string(),
      region: z.nullable(z.string()),
      state_province: z.string(),
      country: z.literal("CN"),
    }),
  ),
  phones: z.array(z.strictObject({ number: z.string() })),
  accessibility: z.array(z.strictObject({ description: z.string() })),
});

/** One service of a facility, by the names of HSDS 3.1 (Open Referral, Human Services Data Specification). */
export const OpenFacility = z.strictObject({
  id: Id,
  name: z.string(),
  status: z.literal("active"),
  /** Kinds of the facility and the service, in the words of the network. */
  description: z.string(),
  /** The day on which somebody last checked the entry. */
  assured_date: Day,
  organization: z.strictObject({ id: Id, name: z.string(), description: z.string() }),
  schedules: z.array(Schedule),
  capacities: z.array(
    z.strictObject({
      id: Id,
      maximum: z.int(),
      updated: Day,
      unit: z.strictObject({ name: z.string() }),
    }),
  ),
  cost_options: z.array(
    z.strictObject({ id: Id, amount: z.number(), currency: z.literal("CNY"), amount_description: z.string() }),
  ),
  service_at_locations: z.array(z.strictObject({ id: Id, location: Location })),
});
export type OpenFacility = z.infer<typeof OpenFacility>;

/** What the town gives away: its facilities, for whoever makes something of them. */
export const openFacilitiesContract = defineContract({
  name: "open-facilities",
  errors: {},
  endpoints: {},
  publicData: {
    facilities: {
      path: "/open/facilities",
      summary: "All facilities that are listed, one row a service, after HSDS 3.1; the same as CSV at `.csv`",
      about: {
        profile: "HSDS 3.1",
        datum: "WGS-84 (EPSG:4326)",
        note: "Entries that nobody confirmed in time are left out; seasons stand in a schedule's description.",
      },
      row: OpenFacility,
    },
  },
});
