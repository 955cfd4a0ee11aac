import { randomUUID } from "node:crypto";
import type { MealPoint, SurveyInput } from "@shared/domains/build-out/build-out-shapes";
import { today } from "@server/core/clock";
import { outboxRelay } from "@server/core/outbox/relay";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { allDomains } from "@server/domains/index";
import { buildCommunity } from "@server/domains/regions/index";
import type { TestApp } from "@test/support/app";

export const CITY = "xinxiang";
export const COUNTY = "xinxiang-hongqi";
export const OTHER_COUNTY = "xinxiang-muye";

export const surveyWith = (overrides: Partial<SurveyInput> = {}): SurveyInput => ({
  name: "向阳助餐点",
  address: "向阳路 3 号",
  phone: "0373-5550133",
  position: { latitude: 35.3, longitude: 113.88 },
  datum: "wgs84",
  kitchenKind: "own_kitchen",
  eldersWithin: { count: 210, source: "社区花名册" },
  licence: null,
  openingHours: [{ weekday: 0, opens: "10:30", closes: "13:00" }],
  notes: null,
  ...overrides,
});

/** A county's office with two officers, the one next door, the city's, and a resident; and requests of theirs. */
export async function buildBuildOutSite(app: TestApp) {
  const { _id: communityId } = await buildCommunity();
  const officer = async (preferredName: string, regionId: string) =>
    (await buildPerson(app.deps, { preferredName, offices: [{ regionId }] }))._id;
  const people = {
    sun: await officer("孙科长", COUNTY),
    qian: await officer("钱干事", COUNTY),
    next: await officer("李科长", OTHER_COUNTY),
    city: await officer("郑处长", CITY),
    elder: (await buildPerson(app.deps, { communityId }))._id,
  };
  const tokens = new Map<string, string>();
  const tokenOf = async (who: Who) => {
    const ofToday = `${who} ${today(app.clock)}`;
    const token = tokens.get(ofToday) ?? (await app.signInAs(people[who]));
    tokens.set(ofToday, token);
    return token;
  };
  const post = async (who: Who, path: string, body: object, key: string = randomUUID()) =>
    app.request
      .post(`/api/build-out${path}`)
      .set("Idempotency-Key", key)
      .set("Authorization", `Bearer ${await tokenOf(who)}`)
      .send(body);
  const get = async (who: Who | null, path: string) => {
    const call = app.request.get(`/api/build-out${path}`);
    return who === null ? call : call.set("Authorization", `Bearer ${await tokenOf(who)}`);
  };
  const act = (who: Who, id: string, what: string, body: object = {}, key?: string) =>
    post(who, `/meal-points/${id}/${what}`, body, key);
  const propose = async (who: Who = "sun", body: object = {}, key?: string) =>
    post(
      who,
      "/meal-points",
      { regionId: communityId, name: "向阳助餐点", address: "向阳路", proposal: "周围老人多", ...body },
      key,
    );
  const survey = (id: string, basedOn: number, overrides: Partial<SurveyInput> = {}, key?: string) =>
    act("sun", id, "surveys", { basedOn, survey: surveyWith(overrides) }, key);
  const say = (who: Who, id: string, verdict: string, more: object = {}, key?: string) =>
    act(who, id, "verdicts", { verdict, surveyVersion: 1, ...more }, key);
  const show = async (id: string, who: Who = "sun") => (await get(who, `/meal-points/${id}`)).body.data as MealPoint;
  /** Delivers what waits, as the relay does each second. */
  const relayAll = () => outboxRelay(allDomains.flatMap(({ outbox = [] }) => outbox)).run(app.deps);
  /** From the proposal to a state that the county's way leads through. */
  const walkTo = async (state: keyof typeof WAYS, plaqueNumber = "XZC-0001") => {
    const id = (await propose()).body.data.id as string;
    const acts: Record<string, () => Promise<{ status: number; body: unknown }>> = {
      surveys: () => survey(id, 0),
      handIn: () => act("sun", id, "survey-hand-ins", { surveyVersion: 1 }),
      first: () => say("sun", id, "yes"),
      second: () => say("qian", id, "yes"),
      built: () => act("sun", id, "completions"),
      plated: () => act("sun", id, "plaques", { plaqueNumber }),
      published: () => post("sun", "/batches", { regionId: COUNTY, name: `批 ${id.slice(0, 6)}`, mealPointIds: [id] }),
      operating: () => act("sun", id, "openings"),
    };
    for (const name of WAYS[state]) {
      const answer = await acts[name]?.();
      if (answer?.status !== 201) throw new Error(`${name}: ${JSON.stringify(answer?.body)}`);
    }
    return id;
  };
  return { people, communityId, post, get, act, propose, survey, say, show, relayAll, walkTo };
}

const SURVEYED = ["surveys", "handIn"];
const VERIFIED = [...SURVEYED, "first", "second"];
const WAYS = {
  proposed: [],
  surveyed: SURVEYED,
  verified: VERIFIED,
  built: [...VERIFIED, "built"],
  plated: [...VERIFIED, "built", "plated"],
  published: [...VERIFIED, "built", "plated", "published"],
  operating: [...VERIFIED, "built", "plated", "published", "operating"],
} as const;

export type Who = "sun" | "qian" | "next" | "city" | "elder";
export type BuildOutSite = Awaited<ReturnType<typeof buildBuildOutSite>>;
