import type { programmeContract } from "@shared/domains/build-out/programme.contract";
import { AppError, notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import type { Actor } from "@server/core/policy";
import type { PlacedRegion } from "@server/domains/regions/index";
import { countMealPoints, findByPlaque, findMealPoint } from "./meal-points.queries";
import { peopleOf } from "./names";
import { presentBatches, presentPlate } from "./plates.presenter";
import { countiesOf, programmeOf } from "./programme";
import { programmePolicy as policy, seesSplits } from "./programme.policy";
import { findBatches, findSplits } from "./programme.queries";
import { presentProgress } from "./progress.presenter";
import { publishBatch } from "./publish-batch";
import { requireCity, requireRegion } from "./scope";
import { splitTarget } from "./split-target";

export const createProgrammeHandlers = (deps: Pick<Deps, "clock">): Handlers<typeof programmeContract> => ({
  getProgress: async ({ actor, query: { regionId } }) => {
    const { cityId } = await requireRegion(regionId, "query.regionId");
    return showProgress(deps, await requireCity(cityId, "query.regionId"), actor);
  },

  splitTarget: async ({ actor, authorize, key, body: { cityId, shares } }) => {
    const city = await requireCity(cityId, "body.cityId");
    authorize(policy.splitTarget(actor, { cityId }));
    await splitTarget(deps, { city, shares, actorId: actor.id, key });
    return showProgress(deps, city, actor);
  },

  publishBatch: async ({ actor, authorize, key, body: { regionId, name, mealPointIds } }) => {
    const { countyId } = await requireRegion(regionId, "body.regionId");
    authorize(policy.publishBatch(actor, { countyId }));
    if (countyId === null) throw new AppError("forbidden");
    const batch = await publishBatch(deps, { countyId, name, mealPointIds, actorId: actor.id, key });
    const [shown] = await presentBatches([batch]);
    if (!shown) throw notFound();
    return shown;
  },

  listBatches: async ({ actor, authorize, query: { regionId } }) => {
    const { countyId, cityId } = await requireRegion(regionId, "query.regionId");
    authorize(policy.listBatches(actor, { countyId, cityId }));
    return { batches: countyId === null ? [] : await presentBatches(await findBatches(countyId)) };
  },

  getPlate: async ({ actor, authorize, params: { mealPointId } }) => {
    const mealPoint = await findMealPoint(mealPointId);
    authorize(policy.getPlate(actor, mealPoint));
    const plate = mealPoint && (await presentPlate(mealPoint));
    if (!plate) throw notFound();
    return plate;
  },

  openPlaque: async ({ query: { cityId, number } }) => {
    const mealPoint = await findByPlaque(cityId, number);
    if (!mealPoint) throw notFound();
    return { carePointId: mealPoint._id, name: mealPoint.name, plaqueNumber: number };
  },
});

async function showProgress({ clock }: Pick<Deps, "clock">, city: PlacedRegion, actor: Actor | null) {
  const { id: cityId } = city;
  const programme = programmeOf(city);
  const [tallies, splits] = await Promise.all([
    countMealPoints({ cityId }),
    programme ? findSplits(cityId, programme) : [],
  ]);
  const isOffice = actor !== null && seesSplits(actor, { cityId, countyIds: countiesOf(city).map(({ id }) => id) });
  const people = isOffice ? await peopleOf(splits.map(({ by }) => by)) : null;
  const maySplit = actor !== null && policy.splitTarget(actor, { cityId }) === "allow";
  return presentProgress({ city, programme, tallies, splits, people, maySplit, now: clock.now() });
}
