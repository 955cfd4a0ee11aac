import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod/mini";
import { ServiceDate, text } from "@shared/core/primitives";
import type { PlatformTrouble } from "@shared/domains/reconciliation/reconciliation.contract";
import { requestOutside } from "@server/core/outbound/request-outside";
import type { ProvinceFacility } from "./province-snapshot.model";

const PAGE = 200;
/** Twice as many as the largest city has. */
const FACILITIES_AT_MOST = 40_000;
/** How often a list that changes under the reader is begun anew. */
const READINGS = 3;
const PAUSES_MS: readonly number[] = [500, 2_000];

/** One page as the platform answers it; what it says beyond this is dropped. */
const Page = z.object({
  /** Another one on each change of its data. */
  revision: z.string().check(z.minLength(1), z.maxLength(64)),
  as_of: ServiceDate,
  total: z.int().check(z.minimum(1), z.maximum(FACILITIES_AT_MOST)),
  facilities: z
    .array(
      z.object({
        id: z.string().check(z.minLength(1), z.maxLength(64)),
        name: text({ max: 100 }),
        credit_code: z.nullable(z.string().check(z.regex(/^[0-9A-Z]{18}$/))),
        county: text({ max: 50 }),
        beds: z.int().check(z.minimum(0), z.maximum(10_000)),
      }),
    )
    .check(z.maxLength(PAGE)),
});
type Page = z.infer<typeof Page>;

export interface PlatformAccess {
  readonly url: string;
  readonly token: string;
  /** Milliseconds before each further try of a page; its count is the count of tries after the first. */
  readonly pausesMs?: readonly number[];
  /** Milliseconds for one answer. */
  readonly withinMs?: number;
}

type Failed = { readonly trouble: PlatformTrouble };
export type PlatformReading =
  { readonly trouble: null; readonly asOf: ServiceDate; readonly facilities: readonly ProvinceFacility[] } | Failed;

interface Asked {
  readonly access: PlatformAccess;
  /** As the platform knows the city: "新乡市". */
  readonly cityName: string;
}

/**
 * Reads a city's facilities from the provincial supply-demand platform (省养老服务设施供需平台), page by page:
 * `GET <url>?city=&page=&size=` with a bearer token. Either the whole list as of one revision, or what went wrong; a page
 * is tried again when nobody answered, the list begun anew when it changed meanwhile. Never throws for what they answer.
 */
export async function readPlatform(asked: Asked): Promise<PlatformReading> {
  let reading = await readOnce(asked);
  for (let again = 1; again < READINGS && reading.trouble === "changing"; again += 1) reading = await readOnce(asked);
  return reading;
}

async function readOnce(asked: Asked): Promise<PlatformReading> {
  const first = await readPage(asked, 1);
  if ("trouble" in first) return first;
  const found = new Map(first.facilities.map((one) => [one.id, one]));
  for (let number = 2; found.size < first.total; number += 1) {
    const page = await readPage(asked, number);
    if ("trouble" in page) return page;
    const before = found.size;
    for (const one of page.facilities) found.set(one.id, one);
    const isSame = page.revision === first.revision && page.total === first.total;
    if (!isSame || page.facilities.length === 0 || found.size - before < page.facilities.length)
      return { trouble: "changing" };
  }
  if (found.size > first.total) return { trouble: "unreadable" };
  return { trouble: null, asOf: first.as_of, facilities: [...found.values()].map(toFacility) };
}

async function readPage(asked: Asked, number: number): Promise<Page | Failed> {
  const { pausesMs = PAUSES_MS } = asked.access;
  for (const waitMs of [0, ...pausesMs]) {
    if (waitMs > 0) await pause(waitMs);
    const answer = await ask(asked, number).catch(() => null);
    if (answer === null || answer.status >= 500 || answer.status === 429) continue;
    if (answer.status === 401 || answer.status === 403) return { trouble: "token_refused" };
    return (answer.status === 200 && parsePage(answer.text)) || { trouble: "unreadable" };
  }
  return { trouble: "unreachable" };
}

function ask({ access: { url, token, withinMs }, cityName }: Asked, number: number) {
  const address = new URL(url);
  address.search = new URLSearchParams({ city: cityName, page: String(number), size: String(PAGE) }).toString();
  return requestOutside({
    url: address,
    headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    ...(withinMs === undefined ? {} : { withinMs }),
  });
}

function parsePage(answer: string): Page | null {
  try {
    return Page.parse(JSON.parse(answer));
  } catch {
    return null;
  }
}

const toFacility = ({ id, name, credit_code, county, beds }: Page["facilities"][number]): ProvinceFacility => ({
  id,
  name,
  creditCode: credit_code,
  countyName: county,
  beds,
});
