import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, serverError, statement } from "./conformance";

const { collection } = await conformanceDatabase();
const point = (lng: number, lat: number) => ({ type: "Point", coordinates: [lng, lat] });
const here = point(113.92, 35.3);

/** Care points about 0, 1.1, 5.6 and 1,200 km north of `here`, and one without a place. */
const rows = await collection([
  { _id: 1, at: point(113.92, 35.31), kind: "canteen" },
  { _id: 2, at: point(113.92, 35.35), kind: "station" },
  { _id: 3, at: here, kind: "canteen" },
  { _id: 4, at: point(102.48, 24.92), kind: "canteen" },
  { _id: 5, kind: "canteen" },
]);
await rows.createIndex({ at: "2dsphere" });
const found = async (filter: Document) => (await rows.find(filter).toArray()).map((row) => row._id);

describe("2dsphere", () => {
  statement("$near gives documents by growing distance, those without a place not", async () => {
    expect(await found({ at: { $near: { $geometry: here } } })).toEqual([3, 1, 2, 4]);
  });

  statement("$maxDistance and $minDistance are metres", async () => {
    expect(await found({ at: { $near: { $geometry: here, $maxDistance: 2_000 } } })).toEqual([3, 1]);
    expect(await found({ at: { $near: { $geometry: here, $minDistance: 500, $maxDistance: 10_000 } } })).toEqual([
      1, 2,
    ]);
  });

  statement("$nearSphere does the same", async () => {
    expect(await found({ at: { $nearSphere: { $geometry: here, $maxDistance: 2_000 } } })).toEqual([3, 1]);
  });

  statement("$near keeps its order under other conditions and a limit", async () => {
    const near = { at: { $near: { $geometry: here } }, kind: "canteen" };
    expect(await found(near)).toEqual([3, 1, 4]);
    const two = await rows.find(near).skip(1).limit(1).toArray();
    expect(two.map((row) => row._id)).toEqual([1]);
  });

  statement("a sort overrides the order by distance", async () => {
    const sorted = await rows
      .find({ at: { $near: { $geometry: here, $maxDistance: 10_000 } } })
      .sort({ _id: -1 })
      .toArray();
    expect(sorted.map((row) => row._id)).toEqual([3, 2, 1]);
  });

  statement("$geoNear reckons with an earth's radius of 6,378.1 km", async () => {
    const equator = await collection([{ _id: 1, at: point(1, 0) }]);
    await equator.createIndex({ at: "2dsphere" });
    const geoNear = { near: point(0, 0), distanceField: "place.metres", spherical: true };
    const [row] = await equator.aggregate([{ $geoNear: geoNear }]).toArray();
    expect(row?.["place"]["metres"]).toBeCloseTo((6_378_100 * Math.PI) / 180, 0);
  });

  statement("$geoNear takes query, key, maxDistance and distanceMultiplier", async () => {
    const geoNear = {
      near: here,
      key: "at",
      distanceField: "km",
      distanceMultiplier: 0.001,
      maxDistance: 10_000,
      query: { kind: "canteen" },
      spherical: true,
    };
    const near = await rows.aggregate([{ $geoNear: geoNear }, { $project: { km: { $round: ["$km", 1] } } }]).toArray();
    expect(near).toEqual([
      { _id: 3, km: 0 },
      { _id: 1, km: 1.1 },
    ]);
  });

  statement("a $match behind $geoNear sees the distance", async () => {
    const geoNear = { near: here, key: "at", distanceField: "m", spherical: true, maxDistance: 10_000 };
    const far = await rows.aggregate([{ $geoNear: geoNear }, { $match: { m: { $gt: 500 } } }]).toArray();
    expect(far.map((row) => row["_id"])).toEqual([1, 2]);
  });

  statement(
    "$sort behind $geoNear orders equals by its next field, whatever the limit, and every row without one",
    async () => {
      const twins = await collection([
        { _id: 4, at: point(113.92, 35.31), name: "丁" },
        { _id: 1, at: point(102.48, 24.92), name: "甲" },
        { _id: 2, at: point(113.92, 35.31), name: "乙" },
        { _id: 3, at: here, name: "丙" },
        { _id: 5, at: point(113.92, 35.31), name: "戊" },
      ]);
      await twins.createIndex({ at: "2dsphere" });
      const near = { $geoNear: { near: here, distanceField: "m", spherical: true } };
      const sorted = async (sort: Document, limit: number) =>
        (await twins.aggregate([near, { $sort: sort }, { $limit: limit }]).toArray()).map((row) => row["_id"]);
      expect(await sorted({ m: 1, _id: 1 }, 3)).toEqual([3, 2, 4]);
      expect(await sorted({ m: 1, _id: -1 }, 3)).toEqual([3, 5, 4]);
      expect(await sorted({ m: 1, _id: 1 }, 9)).toEqual([3, 2, 4, 5, 1]);
      expect(await sorted({ m: -1, _id: 1 }, 2)).toEqual([1, 2]);
      expect(await sorted({ _id: 1 }, 2)).toEqual([1, 2]);
    },
  );

  statement("$geoNear must be the first stage", async () => {
    const geoNear = { near: here, distanceField: "m", spherical: true };
    await serverError(rows.aggregate([{ $match: {} }, { $geoNear: geoNear }]).toArray());
  });

  statement("$geoWithin finds the points of a polygon and of a circle on the sphere", async () => {
    const ring = [
      [113.9, 35.29],
      [113.94, 35.29],
      [113.94, 35.32],
      [113.9, 35.32],
      [113.9, 35.29],
    ];
    const polygon = { $geoWithin: { $geometry: { type: "Polygon", coordinates: [ring] } } };
    expect(new Set(await found({ at: polygon }))).toEqual(new Set([1, 3]));
    const circle = { $geoWithin: { $centerSphere: [[113.92, 35.3], 2 / 6_378.1] } };
    expect(new Set(await found({ at: circle }))).toEqual(new Set([1, 3]));
  });

  statement("$geoWithin needs no index", async () => {
    const plain = await collection([
      { _id: 1, at: here },
      { _id: 2, at: point(0, 0) },
    ]);
    const circle = { $geoWithin: { $centerSphere: [[113.92, 35.3], 0.001] } };
    expect((await plain.find({ at: circle }).toArray()).map((row) => row._id)).toEqual([1]);
  });

  statement("$near without a geo index is refused", async () => {
    const plain = await collection([{ at: here }]);
    await serverError(plain.find({ at: { $near: { $geometry: here } } }).toArray());
  });

  statement("a place that is no point of the earth is refused by the index", async () => {
    const guarded = await collection();
    await guarded.createIndex({ at: "2dsphere" });
    await serverError(guarded.insertOne({ at: point(200, 35) }));
    await serverError(guarded.insertOne({ at: { type: "Point", coordinates: ["x", 1] } }));
    await serverError(guarded.insertOne({ at: "here" }));
    expect(await guarded.countDocuments()).toBe(0);
  });

  statement("a moved point is found at its new place only", async () => {
    const moving = await collection([{ _id: 1, at: here }]);
    await moving.createIndex({ at: "2dsphere" });
    await moving.updateOne({ _id: 1 }, { $set: { at: point(0, 0) } });
    const near = (at: object) =>
      moving.find({ at: { $near: { $geometry: at, $maxDistance: 100 } } } as Document).toArray();
    expect(await near(here)).toEqual([]);
    expect(await near(point(0, 0))).toHaveLength(1);
  });
});
