import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { countPortions, wishFor } from "@test/support/meals";
import { appAtNoon, CUT_OFF, refusal } from "./noon-app";

const at = appAtNoon();

/** An elder with a booking on a fresh menu, and the key she booked with. */
async function booked(dish: { portions?: number } = {}) {
  const menu = await buildMenu(at.app, { dishes: [dish] });
  const elder = await at.client.elder();
  const key = randomUUID();
  const { body } = await at.client.book(elder, wishFor(elder, menu), key);
  return { menu, elder, key, id: String(body.data.id) };
}

describe("cancelling a booking", () => {
  test("frees the portion, ends the code and keeps what was booked", async () => {
    const { menu, elder, id } = await booked();
    const { status, body } = await at.client.cancel(elder, id);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      id,
      state: "cancelled",
      code: null,
      priceFen: 600,
      abilities: { cancel: false },
    });
    expect((await at.client.read(elder, id)).body.data).toEqual(body.data);
    expect(await countPortions(menu._id)).toEqual({ free: 20, held: 0, refusals: 0 });
  });

  test("leaves nothing of the person on the free portion but the past booking", async () => {
    const { menu, elder, id } = await booked({ portions: 1 });
    await at.client.cancel(elder, id);
    const portion = await PortionModel.findOne({ sitting: menu._id }).lean();
    const known = ["_id", "sitting", "dish", "seat", "closesAt", "servesUntil", "keys", "past", "outbox"];
    expect(Object.keys(portion ?? {}).sort()).toEqual(known.sort());
    expect(portion?.past).toHaveLength(1);
    expect(portion?.past?.[0]).toMatchObject({ bookingId: id, elder: elder.id, how: "cancelled" });
  });

  test("R-B7: is possible until the last millisecond before the cut-off, not at it", async () => {
    const [early, late] = [await booked(), await booked()];
    at.app.clock.advance(CUT_OFF - 1 - at.app.clock.now());
    expect((await at.client.cancel(early.elder, early.id)).status).toBe(200);
    at.app.clock.advance(1);
    expect(refusal(await at.client.cancel(late.elder, late.id))).toEqual([409, "cancel_closed"]);
    expect((await at.client.read(late.elder, late.id)).body.data).toMatchObject({
      state: "booked",
      abilities: { cancel: false },
    });
  });

  test("twice changes nothing more, also after the cut-off", async () => {
    const { menu, elder, id } = await booked();
    const first = await at.client.cancel(elder, id);
    at.app.clock.advance(1_000);
    expect((await at.client.cancel(elder, id)).body.data).toEqual(first.body.data);
    at.app.clock.advance(CUT_OFF - at.app.clock.now());
    expect((await at.client.cancel(elder, id)).status).toBe(200);
    expect(await countPortions(menu._id)).toEqual({ free: 20, held: 0, refusals: 0 });
  });

  test("R-B4: twenty times at once frees exactly one portion, once", async () => {
    const { menu, elder, id } = await booked({ portions: 3 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => at.client.cancel(elder, id)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await countPortions(menu._id)).toEqual({ free: 3, held: 0, refusals: 0 });
    const portions = await PortionModel.find({ sitting: menu._id }).lean();
    expect(portions.flatMap(({ past = [] }) => past)).toHaveLength(1);
  });

  test("then booking again is a new booking with a code of its own", async () => {
    const { menu, elder, id } = await booked({ portions: 1 });
    await at.client.cancel(elder, id);
    const again = await at.client.book(elder, wishFor(elder, menu));
    expect(again.status).toBe(201);
    expect(again.body.data.id).not.toBe(id);
    expect((await at.client.read(elder, id)).body.data.state).toBe("cancelled");
  });

  test("R-B4: a late retry of the booking shows it cancelled with 200 and books nothing", async () => {
    const { menu, elder, key, id } = await booked({ portions: 1 });
    await at.client.cancel(elder, id);
    const late = await at.client.book(elder, wishFor(elder, menu), key);
    expect([late.status, late.body.data.id, late.body.data.state]).toEqual([200, id, "cancelled"]);
    expect(await countPortions(menu._id)).toEqual({ free: 1, held: 0, refusals: 0 });
  });

  // Of two portions the other one may be held, of four one is free for certain.
  test.each([2, 4])("a late retry finds it cancelled also where %i portions are free or others'", async (portions) => {
    const { menu, elder, key, id } = await booked({ portions });
    await at.client.cancel(elder, id);
    const other = await at.client.elder();
    await at.client.book(other, wishFor(other, menu));
    expect((await at.client.book(elder, wishFor(elder, menu), key)).status).toBe(200);
    await at.client.book(elder, wishFor(elder, menu));
    const late = await at.client.book(elder, wishFor(elder, menu), key);
    expect([late.status, late.body.data.id]).toEqual([200, id]);
    expect(await countPortions(menu._id)).toEqual({ free: portions - 2, held: 2, refusals: 0 });
  });

  test("of a meal that was served is too late", async () => {
    const { elder, id } = await booked();
    await PortionModel.updateOne({ bookingId: id }, { $set: { state: "served" } });
    expect(refusal(await at.client.cancel(elder, id))).toEqual([409, "state_changed"]);
    expect((await at.client.read(elder, id)).body.data).toMatchObject({
      state: "served",
      abilities: { cancel: false },
    });
  });
});

describe("a booking that is not mine", () => {
  test("is as absent as one that never was, for reading and cancelling, and stays", async () => {
    const { menu, id } = await booked();
    const stranger = await at.client.elder();
    const answers = [
      await at.client.read(stranger, id),
      await at.client.read(stranger, "never-was"),
      await at.client.cancel(stranger, id),
      await at.client.cancel(stranger, "never-was"),
    ];
    const bodies = answers.map(({ status, body }) => ({ status, error: { ...body.error, requestId: "" } }));
    expect(new Set(bodies.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 404, error: { code: "not_found" } });
    expect(await countPortions(menu._id)).toMatchObject({ held: 1 });
  });

  test("a refused request is no booking, even to herself", async () => {
    const { menu } = await booked({ portions: 1 });
    const late = await at.client.elder();
    await at.client.book(late, wishFor(late, menu));
    const refused = await PortionModel.findOne({ sitting: menu._id, kind: "refusal" }).lean();
    expect(refusal(await at.client.read(late, refused?.keys?.[0] ?? ""))).toEqual([404, "not_found"]);
  });

  test("nobody reads, cancels or lists without signing in", async () => {
    const { elder, id } = await booked();
    const guest = { id: elder.id, token: "no-token" };
    for (const ask of [
      at.client.read(guest, id),
      at.client.cancel(guest, id),
      at.client.list(guest, { when: "upcoming" }),
    ]) {
      expect(refusal(await ask)).toEqual([401, "sign_in_required"]);
    }
  });
});
