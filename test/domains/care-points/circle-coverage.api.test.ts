import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CarePointModel, type CarePointDocument } from "@server/domains/care-points/care-point.model";
import { computeCoverage, computeCoverages } from "@server/domains/care-points/circle-coverage";
import { CircleCoverageModel, type CircleCoverageDocument } from "@server/domains/care-points/circle-coverage.model";
import { circleEvents } from "@server/domains/care-points/circle-events";
import { refreshCoverage } from "@server/domains/care-points/circle-refresh";
import { buildCarePoint, buildCarePoints, changeCarePoint, offeringOf } from "@server/domains/care-points/index";
import { metresBetween, walkMinutes } from "@server/domains/care-points/walking";
import { relay } from "@server/core/outbox/relay";
import { buildCommunity, buildRegions, packOf } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { RegionModel } from "@server/domains/regions/region.model";
import { startApp, type TestApp } from "@test/support/app";
import { commandsDuring } from "@test/support/commands";
import { generateNetwork, randomFrom } from "@test/support/network-generator";

const CITY = { cityId: "xinxiang", today: "2026-11-22" };
/** A hundredth of a whole pack. */
const SMALL = { seed: 5, communities: 50, carePoints: 200, today: CITY.today };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set("2026-11-22T02:00:00.000Z"));
afterEach(async () => {
  await Promise.all([CarePointModel.deleteMany({}), CircleCoverageModel.deleteMany({}), RegionModel.deleteMany({})]);
});
afterAll(() => app.close());

const stored = () => CircleCoverageModel.find({}).sort({ _id: 1 }).batchSize(1_000).lean<CircleCoverageDocument[]>();
const carePoints = () => CarePointModel.find({}).sort({ _id: 1 }).batchSize(1_000).lean<CarePointDocument[]>();
async function buildNetwork(size: typeof SMALL) {
  const network = generateNetwork(size);
  await buildRegions(network.regions);
  await buildCarePoints(network.carePoints);
  return network;
}

/** What each community reaches, every pair measured. */
async function byHand(): Promise<Map<string, string[]>> {
  const { circle, pace } = packOf(CITY);
  const listed = (await carePoints()).filter(({ leavesOn }) => leavesOn > CITY.today);
  const reach = (from: { latitude: number; longitude: number }) =>
    circle.services.flatMap(({ service }) => {
      const [nearest] = listed
        .filter(({ services }) => services.includes(service))
        .map(({ _id, position: { coordinates } }) => {
          const [longitude, latitude] = coordinates;
          return { _id, metres: metresBetween(from, { latitude, longitude }) };
        })
        .sort((a, b) => a.metres - b.metres || a._id.localeCompare(b._id));
      const isNear = nearest && walkMinutes({ metres: nearest.metres, pace, service }) <= circle.minutes;
      return isNear ? [`${service} ${nearest._id} ${Math.round(nearest.metres)}`] : [];
    });
  const communities = await stored();
  return new Map(
    communities.map(({ _id, position: { coordinates } }) => {
      const [longitude, latitude] = coordinates;
      return [_id, reach({ latitude, longitude })];
    }),
  );
}

const inShort = (coverages: readonly CircleCoverageDocument[]) =>
  new Map(
    coverages.map(({ _id, reached }) => [
      _id,
      reached.map(({ service, carePointId, metres }) => `${service} ${carePointId} ${metres}`),
    ]),
  );

describe("the coverage of a whole city", () => {
  test("is what measuring every pair gives", async () => {
    const { communityIds } = await buildNetwork(SMALL);
    await computeCoverage(CITY);
    const coverages = await stored();
    expect(coverages).toHaveLength(communityIds.length);
    expect(inShort(coverages)).toEqual(await byHand());
    // The seed gives something to find and something to miss.
    const reached = coverages.reduce((sum, one) => sum + one.reached.length, 0);
    expect(reached).toBeGreaterThan(30);
    expect(reached).toBeLessThan(3 * communityIds.length);
  });

  test("leaves out who has left the lists", async () => {
    const community = await buildCommunity();
    await buildCarePoint({ _id: "current", regionId: community._id, services: ["meals"] });
    await buildCarePoint({ regionId: community._id, services: ["day_care"], verifiedOn: "2020-01-01" });
    await computeCoverage(CITY);
    expect((await stored())[0]?.reached).toMatchObject([{ service: "meals", carePointId: "current" }]);
  });

  test("costs as many commands for fifty communities as for five: nobody is asked one by one", async () => {
    const commandsFor = async (size: typeof SMALL) => {
      await buildNetwork(size);
      return (await commandsDuring(() => computeCoverage(CITY))).length;
    };
    const few = await commandsFor({ ...SMALL, communities: 5, carePoints: 20 });
    expect(await commandsFor(SMALL)).toBeLessThanOrEqual(few + 1);
  });

  test("run twice says the same, and a community that was given up has none any more", async () => {
    const { communityIds } = await buildNetwork({ ...SMALL, communities: 5, carePoints: 20 });
    await computeCoverage(CITY);
    const once = await stored();
    await computeCoverage(CITY);
    expect(await stored()).toEqual(once);

    await RegionModel.deleteOne({ _id: communityIds[0] ?? "" });
    await computeCoverage({ ...CITY, today: "2026-11-23" });
    expect((await stored()).map(({ _id }) => _id)).toEqual(communityIds.slice(1));
  });
});

describe("the day's job", () => {
  test("computes once a day, whatever hour it runs", async () => {
    const { _id } = await buildCommunity();
    await computeCoverages(app.deps);
    await CircleCoverageModel.updateOne({ _id }, { $set: { reached: [] } });
    await buildCarePoint({ regionId: _id });
    app.clock.advance(3_600_000);
    await computeCoverages(app.deps);
    expect(await stored()).toMatchObject([{ reached: [], computedOn: "2026-11-22" }]);

    app.clock.advance(24 * 3_600_000);
    await computeCoverages(app.deps);
    expect(await stored()).toMatchObject([{ reached: [{ service: "meals" }], computedOn: "2026-11-23" }]);
  });

  test("is not satisfied with what a change brought up to date after midnight", async () => {
    const { _id } = await buildCommunity();
    const far = await buildCommunity({ position: { type: "Point", coordinates: [114.5, 35.3] } });
    await computeCoverages(app.deps);
    app.clock.advance(24 * 3_600_000);
    const canteen = await buildCarePoint({ regionId: _id });
    await refreshCoverage({ carePointId: canteen._id, today: "2026-11-23" });
    await computeCoverages(app.deps);
    expect((await stored()).map((one) => [one._id, one.computedOn]).sort()).toEqual(
      [_id, far._id].sort().map((id) => [id, "2026-11-23"]),
    );
  });
});

/** Something happens to a care point: it moves, changes what it gives, leaves the lists, comes back, or is new. */
async function changeOne(random: () => number, turn: number): Promise<string> {
  const all = await carePoints();
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const one = pick(all);
  const { coordinates } = pick(all).position;
  const position = { type: "Point", coordinates: [coordinates[0] + 0.002 * random(), coordinates[1]] } as const;
  const changes: readonly Partial<CarePointDocument>[] = [
    { position },
    { services: pick([["meals"], ["day_care", "childcare"], ["mutual_aid"]] as const) },
    { leavesOn: CITY.today },
    { leavesOn: "2027-01-01" },
    { _id: `new-${turn}`, position, services: ["meals", "childcare"], leavesOn: "2027-01-01" },
  ];
  const { _id, ...rest } = { ...one, ...pick(changes) };
  const offerings = rest.services.map((service) => offeringOf(service, []));
  await CarePointModel.updateOne({ _id }, { $set: { ...rest, offerings } }, { upsert: true });
  return _id;
}

describe("after one care point changed", () => {
  test("the coverage brought up to date is the one computed from scratch, change after change", async () => {
    await buildNetwork(SMALL);
    await computeCoverage(CITY);
    const random = randomFrom(11);
    let hadToChange = 0;
    for (let turn = 0; turn < 24; turn += 1) {
      const before = await stored();
      const carePointId = await changeOne(random, turn);
      await refreshCoverage({ carePointId, today: CITY.today });
      const incremental = await stored();
      await computeCoverage(CITY);
      expect({ turn, coverage: incremental }).toEqual({ turn, coverage: await stored() });
      // The control: had nobody brought it up to date, it would be wrong.
      if (JSON.stringify(before) !== JSON.stringify(incremental)) hadToChange += 1;
    }
    expect(hadToChange).toBeGreaterThanOrEqual(5);
  }, 60_000);

  test("only communities around its old and its new place are computed again", async () => {
    const at = (longitude: number) => ({ type: "Point", coordinates: [longitude, 35.3] }) as const;
    const build = (name: string, longitude: number) => buildCommunity({ _id: name, name, position: at(longitude) });
    for (const [name, longitude] of [
      ["old", 113.88],
      ["new", 114],
      ["elsewhere", 114.2],
    ] as const)
      await build(name, longitude);
    const canteen = await buildCarePoint({ regionId: "old", position: at(113.881) });
    await computeCoverage(CITY);
    await CarePointModel.updateOne({ _id: canteen._id }, { $set: { position: at(114.001) } });
    await CircleCoverageModel.updateMany({}, { $set: { computedOn: "2026-11-21" } });

    expect(await refreshCoverage({ carePointId: canteen._id, today: CITY.today })).toBe(2);
    expect((await stored()).map(({ _id, computedOn, reached }) => [_id, computedOn, reached.length])).toEqual([
      ["elsewhere", "2026-11-21", 0],
      ["new", "2026-11-22", 1],
      ["old", "2026-11-22", 0],
    ]);
  });

  test("one that is gone altogether is nobody's nearest any more", async () => {
    const { _id } = await buildCommunity();
    const canteen = await buildCarePoint({ regionId: _id });
    await computeCoverage(CITY);
    await CarePointModel.deleteOne({ _id: canteen._id });
    expect(await refreshCoverage({ carePointId: canteen._id, today: CITY.today })).toBe(1);
    expect(await stored()).toMatchObject([{ _id, reached: [] }]);
  });

  test("a change brings it about by itself, with the event that the change leaves", async () => {
    const { _id } = await buildCommunity();
    const canteen = await buildCarePoint({ regionId: _id });
    await computeCoverage(CITY);
    const position = { type: "Point", coordinates: [114, 35.3] } as const;
    const change = { id: "a-change", fingerprint: "moved" };
    const event = { id: "an-event", type: "care-points.moved" };
    await changeCarePoint(app.deps, { carePointId: canteen._id, version: 0, facts: { position }, change, event });
    expect((await stored())[0]?.reached).toHaveLength(1);
    await relay({ source: circleEvents, deps: app.deps });
    expect((await stored())[0]?.reached).toEqual([]);
  });

  test("what waits of a city that is not run here any more holds nobody up", async () => {
    const { _id } = await buildCommunity();
    const canteen = await buildCarePoint({ regionId: _id });
    await computeCoverage(CITY);
    openRegionPacks(loadRegionPacks({ names: ["anning"] }));
    expect(await refreshCoverage({ carePointId: canteen._id, today: CITY.today })).toBe(0);
    openRegionPacks(loadRegionPacks({ names: [] }));
  });
});
