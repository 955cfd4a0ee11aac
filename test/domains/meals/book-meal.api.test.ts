import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { countPortions, wishFor } from "@test/support/meals";
import { appAtNoon, CUT_OFF, refusal } from "./noon-app";

const at = appAtNoon();

describe("booking a meal", () => {
  test("answers 201 with the whole booking, its price in lines and a fresh code", async () => {
    const menu = await buildMenu(at.app, { dishes: [{ priceFen: 1150 }] });
    const elder = await at.client.elder();
    const { status, body } = await at.client.book(elder, wishFor(elder, menu));
    expect(status).toBe(201);
    expect(mealsContract.endpoints.bookMeal.response.parse(body.data)).toEqual(body.data);
    expect(body.data).toMatchObject({
      menuId: menu._id,
      dishName: "红烧豆腐套餐",
      serviceDate: "2026-11-23",
      dayLabel: "明天",
      dateLabel: "11月23日 星期一",
      closesLabel: "今晚 20:00",
      servesFrom: "11:30",
      servesUntil: "13:00",
      state: "booked",
      priceFen: 1150,
      priceLines: [{ label: "餐费", amountFen: 1150 }],
      abilities: { cancel: true },
    });
    expect(body.data.code).toMatch(/^\d{6}$/);
    expect(await countPortions(menu._id)).toEqual({ free: 19, held: 1, refusals: 0 });
  });

  test("the price stays as it was when the menu's price changes", async () => {
    const menu = await buildMenu(at.app, { dishes: [{ priceFen: 600 }] });
    const elder = await at.client.elder();
    const { body } = await at.client.book(elder, wishFor(elder, menu));
    const { MenuModel } = await import("@server/domains/meals/menu.model");
    await MenuModel.updateOne({ _id: menu._id }, { $set: { "dishes.0.priceFen": 900 } });
    expect((await at.client.read(elder, body.data.id)).body.data.priceFen).toBe(600);
  });

  test("R-B7: is open until the last millisecond before the cut-off, and closed at it", async () => {
    const menu = await buildMenu(at.app);
    const [early, late] = [await at.client.elder(), await at.client.elder()];
    at.app.clock.advance(CUT_OFF - 1 - at.app.clock.now());
    expect((await at.client.book(early, wishFor(early, menu))).status).toBe(201);
    at.app.clock.advance(1);
    expect(refusal(await at.client.book(late, wishFor(late, menu)))).toEqual([409, "meal_closed"]);
    expect(await countPortions(menu._id)).toEqual({ free: 19, held: 1, refusals: 1 });
  });

  test("the last portion goes once; then the dish is sold out, another dish is not", async () => {
    const menu = await buildMenu(at.app, { dishes: [{ portions: 1 }, { name: "番茄炒蛋套餐", portions: 1 }] });
    const [first, second] = [await at.client.elder(), await at.client.elder()];
    expect((await at.client.book(first, wishFor(first, menu))).status).toBe(201);
    expect(refusal(await at.client.book(second, wishFor(second, menu)))).toEqual([409, "meal_sold_out"]);
    const other = wishFor(second, menu, { dishId: menu.dishes[1]?.id ?? "" });
    expect((await at.client.book(second, other)).status).toBe(201);
  });

  test("R-B2: one person has one lunch a day, wherever it is, and is told which", async () => {
    const [here, there] = [await buildMenu(at.app), await buildMenu(at.app)];
    const elder = await at.client.elder();
    const first = await at.client.book(elder, wishFor(elder, here));
    const { status, body } = await at.client.book(elder, wishFor(elder, there));
    expect([status, body.error.code, body.error.existing]).toEqual([409, "already_booked", first.body.data.id]);
    expect(await countPortions(there._id)).toEqual({ free: 20, held: 0, refusals: 1 });
  });

  test("breakfast, lunch and dinner of a day are three meals", async () => {
    const elder = await at.client.elder();
    for (const meal of ["breakfast", "lunch", "dinner"] as const) {
      const menu = await buildMenu(at.app, { meal });
      expect((await at.client.book(elder, wishFor(elder, menu))).status).toBe(201);
    }
  });

  test("for somebody else is as if there were no such menu", async () => {
    const menu = await buildMenu(at.app);
    const [elder, other] = [await at.client.elder(), await at.client.elder()];
    const forOther = await at.client.book(elder, wishFor(other, menu));
    const forNobody = await at.client.book(elder, wishFor(elder, menu, { elderId: "nobody" }));
    const unknownMenu = await at.client.book(elder, wishFor(elder, menu, { menuId: "unknown" }));
    const unknownDish = await at.client.book(elder, wishFor(elder, menu, { dishId: "unknown" }));
    for (const answer of [forOther, forNobody, unknownMenu, unknownDish]) {
      expect(refusal(answer)).toEqual([404, "not_found"]);
    }
    expect(await countPortions(menu._id)).toEqual({ free: 20, held: 0, refusals: 0 });
  });

  test("needs somebody signed in, a key, and a way of serving that the menu offers", async () => {
    const menu = await buildMenu(at.app, { modes: ["eat_in"] });
    const elder = await at.client.elder();
    const guest = await at.client.book({ id: elder.id, token: "no-token" }, wishFor(elder, menu));
    expect(refusal(guest)).toEqual([401, "sign_in_required"]);
    const keyless = await at.app.request
      .post("/api/meals/bookings")
      .set("Authorization", `Bearer ${elder.token}`)
      .send(wishFor(elder, menu));
    expect(refusal(keyless)).toEqual([400, "key_required"]);
    const { status, body } = await at.client.book(elder, wishFor(elder, menu, { mode: "pick_up" }));
    expect([status, body.error.fields]).toEqual([422, [{ path: "body.mode", message: "not_offered" }]]);
    const extra = await at.client.book(elder, { ...wishFor(elder, menu), priceFen: 1 });
    expect(refusal(extra)).toEqual([422, "invalid_request"]);
    expect(await countPortions(menu._id)).toEqual({ free: 20, held: 0, refusals: 0 });
  });
});

describe("R-B3: the same request again", () => {
  test("thrice has one effect and gives the same answer", async () => {
    const menu = await buildMenu(at.app);
    const elder = await at.client.elder();
    const key = randomUUID();
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await at.client.book(elder, wishFor(elder, menu), key));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.data))).size).toBe(1);
    expect(await countPortions(menu._id)).toEqual({ free: 19, held: 1, refusals: 0 });
  });

  test("twenty at once have one effect and give the same answer", async () => {
    const menu = await buildMenu(at.app);
    const elder = await at.client.elder();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => at.client.book(elder, wishFor(elder, menu), key)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body.data)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await countPortions(menu._id)).toEqual({ free: 19, held: 1, refusals: 0 });
  });

  test("with another body is refused, whether the first was told yes or no", async () => {
    const menu = await buildMenu(at.app, { dishes: [{ portions: 1 }] });
    const [elder, late] = [await at.client.elder(), await at.client.elder()];
    const [yes, no] = [randomUUID(), randomUUID()];
    await at.client.book(elder, wishFor(elder, menu), yes);
    await at.client.book(late, wishFor(late, menu), no);
    const otherYes = await at.client.book(elder, wishFor(elder, menu, { mode: "pick_up" }), yes);
    const otherNo = await at.client.book(late, wishFor(late, menu, { mode: "pick_up" }), no);
    expect([refusal(otherYes), refusal(otherNo)]).toEqual([
      [422, "key_reused"],
      [422, "key_reused"],
    ]);
  });

  test("another person's key is another request", async () => {
    const menu = await buildMenu(at.app);
    const [elder, other] = [await at.client.elder(), await at.client.elder()];
    const key = randomUUID();
    const first = await at.client.book(elder, wishFor(elder, menu), key);
    const second = await at.client.book(other, wishFor(other, menu), key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.data.id).not.toBe(first.body.data.id);
  });

  test("R-B6: stays refused when a portion has become free since", async () => {
    const menu = await buildMenu(at.app, { dishes: [{ portions: 1 }] });
    const [first, second] = [await at.client.elder(), await at.client.elder()];
    const key = randomUUID();
    const booked = await at.client.book(first, wishFor(first, menu));
    await at.client.book(second, wishFor(second, menu), key);
    await at.client.cancel(first, booked.body.data.id);
    expect(refusal(await at.client.book(second, wishFor(second, menu), key))).toEqual([409, "meal_sold_out"]);
    expect(await countPortions(menu._id)).toEqual({ free: 1, held: 0, refusals: 1 });
    expect((await at.client.book(second, wishFor(second, menu))).status).toBe(201);
  });

  test("stays booked after the cut-off, and after the dish is sold out", async () => {
    const menu = await buildMenu(at.app, { dishes: [{ portions: 1 }] });
    const elder = await at.client.elder();
    const key = randomUUID();
    const first = await at.client.book(elder, wishFor(elder, menu), key);
    at.app.clock.advance(CUT_OFF - at.app.clock.now());
    const again = await at.client.book(elder, wishFor(elder, menu), key);
    expect([again.status, again.body.data.id]).toEqual([201, first.body.data.id]);
  });

  test("tells again which booking she holds instead", async () => {
    const [here, there] = [await buildMenu(at.app), await buildMenu(at.app)];
    const elder = await at.client.elder();
    const key = randomUUID();
    const first = await at.client.book(elder, wishFor(elder, here));
    const refused = await at.client.book(elder, wishFor(elder, there), key);
    await at.client.cancel(elder, first.body.data.id);
    const again = await at.client.book(elder, wishFor(elder, there), key);
    expect([refusal(again), again.body.error.existing]).toEqual([refusal(refused), first.body.data.id]);
  });
});
