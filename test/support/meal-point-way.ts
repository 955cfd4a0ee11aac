import type { PersonDocument } from "@server/domains/accounts/person.model";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { SurveyInput } from "@shared/domains/build-out/build-out-shapes";
import type { TestApp } from "./app";

/** Two of a county's office and one of its city's. */
export interface Officers {
  readonly first: PersonDocument;
  readonly second: PersonDocument;
  readonly city: PersonDocument;
}

const COUNTY = "xinxiang-hongqi";
const CITY = "xinxiang";

export async function buildOfficers(app: TestApp): Promise<Officers> {
  const build = (preferredName: string, regionId: string) =>
    buildPerson(app.deps, { preferredName, offices: [{ regionId }] });
  return {
    first: await build("孙科长", COUNTY),
    second: await build("钱干事", COUNTY),
    city: await build("郑处长", CITY),
  };
}

/** What a surveyor of 春风社区 writes. */
export const surveyInput = (overrides: Partial<SurveyInput> = {}): SurveyInput => ({
  name: "向阳助餐点",
  address: "向阳路 12 号",
  phone: "0373-5550112",
  position: { latitude: 35.3035, longitude: 113.8835 },
  datum: "wgs84",
  kitchenKind: "own_kitchen",
  eldersWithin: { count: 320, source: "社区台账" },
  licence: { number: "3410700001234567", expiresOn: "2027-06-30" },
  openingHours: [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({ weekday, opens: "10:30", closes: "13:00" })),
  notes: "一楼，门口有坡道。",
  ...overrides,
});

/** How far a point is brought, in the order of the way. */
const STEPS = ["proposed", "surveyed", "verified", "built", "plated"] as const;

interface Wanted {
  readonly officers: Officers;
  readonly regionId: string;
  readonly name: string;
  readonly state: (typeof STEPS)[number];
  readonly plaqueNumber?: string;
}

let keys = 0;
const nextKey = () => String((keys += 1)).padStart(32, "f");

/** Brings a new point as far as wanted, by the acts of both officers. @returns its id */
export async function bringPointTo(app: TestApp, wanted: Wanted): Promise<string> {
  const { officers, regionId, name, state, plaqueNumber = "" } = wanted;
  const tokens = { first: await app.signInAs(officers.first._id), second: await app.signInAs(officers.second._id) };
  const act = async (who: keyof typeof tokens, path: string, body: object): Promise<string> => {
    const { body: answer } = await app.request
      .post(`/api/build-out/meal-points${path}`)
      .set("Authorization", `Bearer ${tokens[who]}`)
      .set("Idempotency-Key", nextKey())
      .send(body)
      .expect(({ status, text }) => {
        if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
      });
    return (answer as { data: { id: string } }).data.id;
  };
  const id = await act("first", "", { regionId, name, address: "向阳路 12 号", proposal: "附近老人多" });
  const isFurther = (step: (typeof STEPS)[number]) => STEPS.indexOf(state) >= STEPS.indexOf(step);
  if (isFurther("surveyed")) {
    await act("first", `/${id}/surveys`, { basedOn: 0, survey: surveyInput({ name }) });
    await act("first", `/${id}/survey-hand-ins`, { surveyVersion: 1 });
  }
  if (isFurther("verified")) {
    await act("first", `/${id}/verdicts`, { verdict: "yes", surveyVersion: 1 });
    await act("second", `/${id}/verdicts`, { verdict: "yes", surveyVersion: 1 });
  }
  if (isFurther("built")) await act("first", `/${id}/completions`, {});
  if (isFurther("plated")) await act("first", `/${id}/plaques`, { plaqueNumber });
  return id;
}
