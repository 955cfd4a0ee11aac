import { randomUUID } from "node:crypto";
import type { MealPointState, SurveyInput } from "@shared/domains/build-out/build-out-shapes";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { findRegion, openedPacks } from "@server/domains/regions/index";
import { countiesOf, programmeOf } from "@server/domains/build-out/programme";
import { now, type Examples } from "./example-shapes";
import { OFFICE, type World } from "./world";

type Of<D extends keyof Examples> = Examples[D];

const fresh = (word: string) => `${word} ${randomUUID().slice(0, 6)}`;
const freshPlaque = () => `XZC-${randomUUID().slice(0, 8)}`;

/** A meal point of the world's county, in a state. */
export const pointAt = async ({ communityId }: Pick<World, "communityId">, state: MealPointState): Promise<string> =>
  (await buildMealPoint({ regionId: communityId, state, plaqueNumber: freshPlaque().toUpperCase() }))._id;

const surveyOf = (): SurveyInput => ({
  name: "向阳助餐点",
  address: "向阳路 3 号",
  phone: "0373-5550133",
  position: { latitude: 35.3, longitude: 113.88 },
  datum: "gcj02",
  kitchenKind: "central_kitchen",
  eldersWithin: { count: 210, source: "社区花名册" },
  licence: { number: "JY14107020001234", expiresOn: "2028-12-31" },
  openingHours: [{ weekday: 1, opens: "10:30", closes: "13:00" }],
  notes: fresh("门口有三级台阶"),
});

/** An officer's step on a point. */
const step = async <const B>(world: World, state: MealPointState, body: B) =>
  ({ as: "officer", key: randomUUID(), params: { mealPointId: await pointAt(world, state) }, body }) as const;

const cityOfWorld = async () => {
  const city = (await findRegion(OFFICE))?.path[0];
  const region = city && (await findRegion(city.id));
  if (!region) throw new Error("the world's city is not run here");
  return region;
};

/** Somebody of the city's office, signed in. */
const cityToken = async ({ app }: Pick<World, "app">) => {
  const { _id: cityId } = { _id: (await cityOfWorld()).id };
  return app.signInAs((await buildPerson(app.deps, { preferredName: "郑处长", offices: [{ regionId: cityId }] }))._id);
};

let splits = 0;
/** The city's target, split another way each time; `over` more than there are. */
async function sharesOf(over = 0) {
  const city = await cityOfWorld();
  const value = programmeOf(city)?.value ?? 0;
  const counties = countiesOf(city);
  splits += 1;
  return counties.map(({ id: regionId }, place) => {
    const first = splits + over;
    return { regionId, value: place === 0 ? first : place === 1 ? value - splits : 0 };
  });
}

/** A city whose pack sets no target. */
const cityWithoutTarget = async () => {
  for (const { city } of openedPacks()) {
    const region = await findRegion(city.id);
    if (region && !programmeOf(region)) return region;
  }
  throw new Error("every pack sets a target");
};

export const buildOutExamples: Of<"build-out"> = {
  proposeMealPoint: ({ communityId }) => {
    const body = { regionId: communityId, name: fresh("向阳助餐点"), address: "向阳路 3 号", proposal: "周围老人多" };
    return now({ as: "officer", key: randomUUID(), body });
  },
  listMealPoints: () => now({ as: "officer", query: { regionId: OFFICE } }),
  getMealPoint: async (world) => ({ as: "officer", params: { mealPointId: await pointAt(world, "surveyed") } }),
  surveyMealPoint: (world) => step(world, "proposed", { basedOn: 0, survey: surveyOf() }),
  passSurvey: async (world) => ({
    as: "officer",
    key: randomUUID(),
    params: { mealPointId: (await buildMealPoint({ regionId: world.communityId, survey: {} }))._id },
    body: { surveyVersion: 1 },
  }),
  verifyMealPoint: (world) => step(world, "surveyed", { verdict: "yes", surveyVersion: 1, reason: fresh("去看过了") }),
  markBuilt: (world) => step(world, "verified", { reason: fresh("设备装好了") }),
  plateMealPoint: (world) => step(world, "built", { plaqueNumber: freshPlaque() }),
  startOperating: (world) => step(world, "published", { reason: fresh("今天开餐") }),
  suspendMealPoint: (world) => step(world, "operating", { reason: fresh("厨房修水管") }),
  resumeMealPoint: (world) => step(world, "suspended", { reason: fresh("修好了") }),
  closeMealPoint: (world) => step(world, "operating", { reason: fresh("房东收房") }),
};

export const programmeExamples: Of<"programme"> = {
  getProgress: () => now({ query: { regionId: OFFICE } }),
  splitTarget: async (world) => ({
    token: await cityToken(world),
    key: randomUUID(),
    body: { cityId: (await cityOfWorld()).id, shares: await sharesOf() },
  }),
  publishBatch: async (world) => ({
    as: "officer",
    key: randomUUID(),
    body: { regionId: OFFICE, name: fresh("第一批"), mealPointIds: [await pointAt(world, "plated")] },
  }),
  listBatches: () => now({ as: "officer", query: { regionId: OFFICE } }),
  getPlate: async (world) => ({ as: "officer", params: { mealPointId: await pointAt(world, "plated") } }),
  openPlaque: async ({ communityId }) => {
    const { cityId, plaqueNumber } = await buildMealPoint({ regionId: communityId, state: "plated" });
    return { query: { cityId, number: plaqueNumber ?? "" } };
  },
};

const officer = { as: "officer" } as const;

export const buildOutRecipes = {
  passSurvey: {
    survey_missing: {
      provoke: async (world: World) => step(world, "proposed", { surveyVersion: 1 }),
    },
  },
  verifyMealPoint: {
    second_person_needed: {
      provoke: async (world: World) => {
        const { params, body } = await step(world, "surveyed", { verdict: "yes", surveyVersion: 1 });
        const path = `/api/build-out/meal-points/${params.mealPointId}/verdicts`;
        const call = world.app.request.post(path).set("Idempotency-Key", randomUUID());
        await call.set("Authorization", `Bearer ${await world.token("officer")}`).send(body);
        return { ...officer, key: randomUUID(), params, body };
      },
    },
  },
  plateMealPoint: {
    plaque_taken: {
      provoke: async (world: World) => {
        const plaqueNumber = freshPlaque().toUpperCase();
        await buildMealPoint({ regionId: world.communityId, state: "operating", plaqueNumber });
        return step(world, "built", { plaqueNumber });
      },
    },
  },
} as const;

export const programmeRecipes = {
  splitTarget: {
    no_target: {
      provoke: async ({ app }: World) => {
        const city = await cityWithoutTarget();
        const { _id } = await buildPerson(app.deps, { offices: [{ regionId: city.id }] });
        const shares = countiesOf(city).map(({ id: regionId }) => ({ regionId, value: 1 }));
        return { token: await app.signInAs(_id), key: randomUUID(), body: { cityId: city.id, shares } };
      },
    },
    split_sum_wrong: {
      provoke: async (world: World) => ({
        token: await cityToken(world),
        key: randomUUID(),
        body: { cityId: (await cityOfWorld()).id, shares: await sharesOf(1) },
      }),
    },
  },
  publishBatch: {
    batch_refused: {
      provoke: async (world: World) => ({
        ...officer,
        key: randomUUID(),
        body: { regionId: OFFICE, name: fresh("第二批"), mealPointIds: [await pointAt(world, "built")] },
      }),
    },
    batch_name_taken: {
      provoke: async (world: World) => {
        const name = fresh("第三批");
        const bodyOf = async () => ({ regionId: OFFICE, name, mealPointIds: [await pointAt(world, "plated")] });
        const call = world.app.request.post("/api/build-out/batches").set("Idempotency-Key", randomUUID());
        await call.set("Authorization", `Bearer ${await world.token("officer")}`).send(await bodyOf());
        return { ...officer, key: randomUUID(), body: await bodyOf() };
      },
    },
  },
} as const;
