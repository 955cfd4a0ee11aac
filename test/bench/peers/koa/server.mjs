import { randomUUID } from "node:crypto";
import process, { env } from "node:process";
import { bodyParser } from "@koa/bodyparser";
import Router from "@koa/router";
import Koa from "koa";
import { MongoClient } from "mongodb";

/** Koa, its router and body parser, and the driver: no validation, no session, no log. */
const client = await MongoClient.connect(env.MONGODB_URI, { writeConcern: { w: "majority", journal: true } });
const db = client.db();
const router = new Router();

router.get("/bookings", async (ctx) => {
  ctx.body = await db
    .collection("portions")
    .find(
      { elder: ctx.query.elder, active: true, servesUntil: { $gt: new Date() } },
      { projection: { keys: 0, outbox: 0 } },
    )
    .sort({ servesUntil: 1, bookingId: 1 })
    .limit(20)
    .toArray();
});

router.get("/care-points", async (ctx) => {
  const { longitude, latitude, city } = ctx.query;
  const near = { type: "Point", coordinates: [Number(longitude), Number(latitude)] };
  const query = { cityId: city };
  ctx.body = await db
    .collection("care_points")
    .aggregate([
      { $geoNear: { near, key: "position", distanceField: "distanceMetres", spherical: true, query } },
      { $sort: { distanceMetres: 1, _id: 1 } },
      { $limit: 20 },
      { $project: { address: 0, position: 0, regionId: 0, districtId: 0, cityId: 0 } },
    ])
    .toArray();
});

router.post("/bookings", async (ctx) => {
  const { sitting, elder } = ctx.request.body;
  const free = { _id: sitting, left: { $gte: 1 } };
  const taken = await db.collection("bench_sittings").findOneAndUpdate(free, { $inc: { left: -1 } });
  if (!taken) return void (ctx.status = 409);
  const booking = { _id: randomUUID(), sitting, elder, state: "booked", at: new Date() };
  await db.collection("bench_bookings").insertOne(booking);
  ctx.body = booking;
});

const app = new Koa();
app.use(bodyParser({ enableTypes: ["json"] }));
app.use(router.routes());
app.listen(Number(env.PORT), "127.0.0.1").keepAliveTimeout = 120_000;
process.on("disconnect", () => process.exit());
