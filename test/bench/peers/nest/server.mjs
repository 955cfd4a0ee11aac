import "reflect-metadata";
import { randomUUID } from "node:crypto";
import process, { env } from "node:process";
import { Body, ConflictException, Controller, Get, HttpCode, Inject, Module, Post, Query } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { getModelToken, MongooseModule } from "@nestjs/mongoose";
import { Schema } from "mongoose";

/** NestJS on Express with Mongoose and lean reads: no validation but the schemas', no session, no log, no build step. */
const schemaOf = (collection, fields) =>
  new Schema({ _id: String, ...fields }, { collection, autoIndex: false, autoCreate: false, versionKey: false });
const models = [
  ["Portion", schemaOf("portions", { elder: String, active: Boolean, servesUntil: Date, bookingId: String })],
  ["CarePoint", schemaOf("care_points", { cityId: String, position: Schema.Types.Mixed })],
  ["Sitting", schemaOf("bench_sittings", { left: Number })],
  ["Booking", schemaOf("bench_bookings", { sitting: String, elder: String, state: String, at: Date })],
].map(([name, schema]) => ({ name, schema }));

class MealsController {
  constructor(portions, carePoints, sittings, bookings) {
    Object.assign(this, { portions, carePoints, sittings, bookings });
  }

  listBookings(elder) {
    const mine = { elder, active: true, servesUntil: { $gt: new Date() } };
    const sorted = this.portions.find(mine, { keys: 0, outbox: 0 }).sort({ servesUntil: 1, bookingId: 1 });
    return sorted.limit(20).lean();
  }

  listCarePoints({ longitude, latitude, city }) {
    const near = { type: "Point", coordinates: [Number(longitude), Number(latitude)] };
    const query = { cityId: city };
    return this.carePoints.aggregate([
      { $geoNear: { near, key: "position", distanceField: "distanceMetres", spherical: true, query } },
      { $sort: { distanceMetres: 1, _id: 1 } },
      { $limit: 20 },
      { $project: { address: 0, position: 0, regionId: 0, districtId: 0, cityId: 0 } },
    ]);
  }

  async book({ sitting, elder }) {
    const free = { _id: sitting, left: { $gte: 1 } };
    const taken = await this.sittings.findOneAndUpdate(free, { $inc: { left: -1 } }).lean();
    if (!taken) throw new ConflictException();
    return this.bookings.create({ _id: randomUUID(), sitting, elder, state: "booked", at: new Date() });
  }
}

/** Decorators by hand: of a method, and of its one argument. */
function route(name, decorators, argument) {
  const { prototype } = MealsController;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  for (const decorate of decorators) decorate(prototype, name, descriptor);
  argument(prototype, name, 0);
}
route("listBookings", [Get("bookings")], Query("elder"));
route("listCarePoints", [Get("care-points")], Query());
route("book", [Post("bookings"), HttpCode(200)], Body());
Controller()(MealsController);
for (const [at, { name }] of models.entries()) Inject(getModelToken(name))(MealsController, undefined, at);

class AppModule {}
Module({
  imports: [
    MongooseModule.forRoot(env.MONGODB_URI, { writeConcern: { w: "majority", journal: true } }),
    MongooseModule.forFeature(models),
  ],
  controllers: [MealsController],
})(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
const server = await app.listen(Number(env.PORT), "127.0.0.1");
server.keepAliveTimeout = 120_000;
process.on("disconnect", () => process.exit());
