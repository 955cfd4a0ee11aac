import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { MongoClient } from "mongodb";

/**
 * The reference of performance.md: `node:http` and the driver, no validation, no session, no log. It reads the same
 * documents by the same queries as the product and promises as much about what it has written to disk.
 */
const client = await MongoClient.connect(process.env["MONGODB_URI"] ?? "", {
  writeConcern: { w: "majority", journal: true },
  maxPoolSize: 50,
});
const db = client.db();
const portions = db.collection("portions");
const people = db.collection<{ _id: string }>("people");
const carePoints = db.collection("care_points");
const LONG_AGO = "2000-01-01";
const sittings = db.collection<{ _id: string; left: number }>("bench_sittings");
const bookings = db.collection<{ _id: string; state: string }>("bench_bookings");

const BOOKING = {
  ...{ sitting: 1, dish: 1, closesAt: 1, servesUntil: 1, state: 1, code: 1, bookingId: 1, elder: 1, date: 1, meal: 1 },
  ...{ mode: 1, carePointId: 1, dishName: 1, servesFrom: 1, priceLines: 1, bookedBy: 1, bookedAs: 1 },
};
const CARE_POINT = {
  ...{
    name: 1,
    kinds: 1,
    services: 1,
    "offerings.service": 1,
    "offerings.isBookable": 1,
    "offerings.openingHours": 1,
    "offerings.seasons": 1,
  },
  ...{ "offerings.specialDays": 1, closedDays: 1, phone: 1, accessibility: 1, accepts: 1, grade: 1, overdueFrom: 1 },
  ...{ staleFrom: 1, isDemo: 1, distanceMetres: 1 },
};

const listBookings = (query: URLSearchParams) =>
  portions
    .find({ elder: query.get("elder"), active: true, servesUntil: { $gt: new Date() } }, { projection: BOOKING })
    .sort({ servesUntil: 1, bookingId: 1 })
    .limit(20)
    .toArray();

const listNearest = (query: URLSearchParams) => {
  const coordinates = [Number(query.get("longitude")), Number(query.get("latitude"))];
  const near = { type: "Point", coordinates } as const;
  const [now, service, accessibility] = [new Date(), query.get("service"), query.get("accessibility")];
  const open = { openIntervals: { $elemMatch: { service, from: { $lte: now }, to: { $gt: now } } } };
  const inCity = {
    ...{ cityId: query.get("city"), leavesOn: { $gt: LONG_AGO } },
    ...(service && { services: service, ...(query.get("openNow") && open) }),
    ...(accessibility && { accessibility }),
  };
  return carePoints
    .aggregate([
      { $geoNear: { near, key: "position", distanceField: "distanceMetres", spherical: true, query: inCity } },
      { $sort: { distanceMetres: 1, _id: 1 } },
      { $limit: 20 },
      { $project: CARE_POINT },
    ])
    .toArray();
};

/** Points of a window while they are few, and how many lie in each cell. */
const showMap = (query: URLSearchParams) => {
  const [west = 0, south = 0, east = 0, north = 0] = (query.get("bounds") ?? "").split(",").map(Number);
  const middle = [(west + east) / 2, (south + north) / 2];
  const metres = Math.hypot((north - south) / 2, ((east - west) / 2) * Math.cos((south * Math.PI) / 180)) * 112_500;
  const inWindow = {
    ...{ cityId: query.get("city"), leavesOn: { $gt: LONG_AGO } },
    ...{ "position.coordinates.0": { $gte: west, $lte: east }, "position.coordinates.1": { $gte: south, $lte: north } },
  };
  const place = { near: { type: "Point", coordinates: middle } as never, key: "position", distanceField: "metres" };
  const cell = 360 / 2 ** Math.ceil(Math.log2((360 * 4) / Math.max(east - west, north - south)));
  const [longitude, latitude] = [0, 1].map((at) => ({ $arrayElemAt: ["$position.coordinates", at] }));
  const inCell = (degrees: unknown) => ({ $floor: { $divide: [degrees, cell] } });
  const counted = { count: { $sum: 1 }, latitude: { $avg: latitude }, longitude: { $avg: longitude } };
  const cells = [{ $group: { _id: { y: inCell(latitude), x: inCell(longitude) }, ...counted } }, { $sort: { _id: 1 } }];
  return carePoints
    .aggregate([
      { $geoNear: { ...place, spherical: true, maxDistance: metres, query: inWindow } },
      { $project: { ...CARE_POINT, position: 1, mapPosition: 1 } },
      { $facet: { points: [{ $limit: 61 }], cells } },
    ])
    .toArray();
};

const book = async ({ sitting, elder }: { sitting: string; elder: string }) => {
  const taken = await sittings.findOneAndUpdate({ _id: sitting, left: { $gte: 1 } }, { $inc: { left: -1 } });
  if (!taken) return null;
  const booking = { _id: crypto.randomUUID(), sitting, elder, state: "booked", at: new Date() };
  await bookings.insertOne(booking);
  return booking;
};

/** Hands out the portion that a booking holds and says to whom, as the cook is shown. */
const checkIn = async ({ booking }: { booking: string }) => {
  const waiting = { keys: booking, bookingId: booking, active: true, state: "booked" };
  const served = { $set: { state: "served", servedAt: new Date(), servedBy: "qr" } };
  const portion = await portions.findOneAndUpdate(waiting, served, { returnDocument: "after", projection: BOOKING });
  return portion && { ...portion, person: await people.findOne({ _id: String(portion["elder"]) }) };
};

async function answer(incoming: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
  if (pathname === "/bookings" && incoming.method === "GET") return listBookings(searchParams);
  if (pathname === "/care-points") return listNearest(searchParams);
  if (pathname === "/care-point-map") return showMap(searchParams);
  if (pathname === "/bookings") return book((await json(incoming)) as Parameters<typeof book>[0]);
  if (pathname === "/check-ins") return checkIn((await json(incoming)) as Parameters<typeof checkIn>[0]);
  return {};
}

function send(outgoing: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  outgoing.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  outgoing.end(text);
}

const server = createServer((incoming, outgoing) => {
  answer(incoming).then(
    (body) => send(outgoing, body === null ? 409 : 200, body),
    () => send(outgoing, 500, {}),
  );
});
server.keepAliveTimeout = 120_000;
server.listen(Number(process.env["PORT"]), "127.0.0.1");
process.on("disconnect", () => process.exit());
