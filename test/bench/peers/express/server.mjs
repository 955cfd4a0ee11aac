import { randomUUID } from "node:crypto";
import process, { env } from "node:process";
import express from "express";
import mongoose from "mongoose";

/** Express and Mongoose with lean reads: no validation but the schemas', no session, no log. */
await mongoose.connect(env.MONGODB_URI, { writeConcern: { w: "majority", journal: true } });
const { Schema } = mongoose;
const modelOf = (name, collection, fields) =>
  mongoose.model(
    name,
    new Schema({ _id: String, ...fields }, { collection, autoIndex: false, autoCreate: false, versionKey: false }),
  );
const Portion = modelOf("Portion", "portions", {
  elder: String,
  active: Boolean,
  servesUntil: Date,
  bookingId: String,
});
const CarePoint = modelOf("CarePoint", "care_points", { cityId: String, position: Schema.Types.Mixed });
const Sitting = modelOf("Sitting", "bench_sittings", { left: Number });
const Booking = modelOf("Booking", "bench_bookings", { sitting: String, elder: String, state: String, at: Date });

const app = express();
app.use(express.json());

app.get("/bookings", async (incoming, outgoing) => {
  const mine = { elder: incoming.query.elder, active: true, servesUntil: { $gt: new Date() } };
  const sorted = Portion.find(mine, { keys: 0, outbox: 0 }).sort({ servesUntil: 1, bookingId: 1 });
  outgoing.json(await sorted.limit(20).lean());
});

app.get("/care-points", async (incoming, outgoing) => {
  const { longitude, latitude, city } = incoming.query;
  const near = { type: "Point", coordinates: [Number(longitude), Number(latitude)] };
  const query = { cityId: city };
  const rows = await CarePoint.aggregate([
    { $geoNear: { near, key: "position", distanceField: "distanceMetres", spherical: true, query } },
    { $sort: { distanceMetres: 1, _id: 1 } },
    { $limit: 20 },
    { $project: { address: 0, position: 0, regionId: 0, districtId: 0, cityId: 0 } },
  ]);
  outgoing.json(rows);
});

app.post("/bookings", async (incoming, outgoing) => {
  const { sitting, elder } = incoming.body;
  const taken = await Sitting.findOneAndUpdate({ _id: sitting, left: { $gte: 1 } }, { $inc: { left: -1 } }).lean();
  if (!taken) return void outgoing.sendStatus(409);
  const booking = await Booking.create({ _id: randomUUID(), sitting, elder, state: "booked", at: new Date() });
  outgoing.json(booking);
});

app.listen(Number(env.PORT), "127.0.0.1").keepAliveTimeout = 120_000;
process.on("disconnect", () => process.exit());
