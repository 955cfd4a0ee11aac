import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import mongoose from "mongoose";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import {
  buildCarePoint,
  carePointRegionScope,
  findCarePointLabels,
  findNearestCarePointWithService,
  findWalkMinutes,
} from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let communityId: string;
const at = (longitude: number) => ({ type: "Point", coordinates: [longitude, 35.3] }) as const;
const nearest = (wanted: { communityId: string; service: "meals" | "childcare" }) =>
  findNearestCarePointWithService({ ...wanted, today: "2026-11-22" });

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity({ position: at(113.88) }))._id;
});
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

describe("what other domains learn of care points", () => {
  test("labels by id; an unknown id has none; the second question costs no command", async () => {
    const one = await buildCarePoint({ regionId: communityId, name: "甲", phone: "0373-1" });
    const two = await buildCarePoint({ regionId: communityId, name: "乙" });
    const labels = await findCarePointLabels([one._id, two._id, "gone", one._id]);
    expect([...labels.keys()].sort()).toEqual([one._id, two._id].sort());
    expect(labels.get(one._id)).toMatchObject({ id: one._id, name: "甲", phone: "0373-1" });
    const commands: string[] = [];
    mongoose.set("debug", (_collection: string, method: string) => commands.push(method));
    await findCarePointLabels([one._id, two._id]);
    mongoose.set("debug", false);
    expect(commands).toEqual([]);
  });

  test("the district its staff serve", async () => {
    const { _id } = await buildCarePoint({ regionId: communityId });
    expect(await carePointRegionScope(_id)).toBe("xinxiang-hongqi");
    expect(await carePointRegionScope("gone")).toBeNull();
  });

  test("the nearest that gives a service, open or not", async () => {
    await buildCarePoint({ regionId: communityId, name: "日照", services: ["day_care"], position: at(113.8801) });
    const near = await buildCarePoint({ regionId: communityId, name: "近", openingHours: [], position: at(113.883) });
    await buildCarePoint({ regionId: communityId, name: "远", position: at(113.89) });
    const found = await nearest({ communityId, service: "meals" });
    expect(found).toEqual({ id: near._id, name: "近", phone: near.phone, walkMinutes: 8 });
    expect(await nearest({ communityId, service: "childcare" })).toBeNull();
    expect(await nearest({ communityId: "gone", service: "meals" })).toBeNull();
  });

  test("none when the nearest is out of reach", async () => {
    await buildCarePoint({ regionId: communityId, position: at(114.1) });
    expect(await nearest({ communityId, service: "meals" })).toBeNull();
  });

  test("the minutes on foot to one", async () => {
    const { _id } = await buildCarePoint({ regionId: communityId, position: at(113.883) });
    expect(await findWalkMinutes({ communityId, carePointId: _id })).toBe(8);
    expect(await findWalkMinutes({ communityId, carePointId: "gone" })).toBeNull();
    expect(await findWalkMinutes({ communityId: "gone", carePointId: _id })).toBeNull();
  });
});
