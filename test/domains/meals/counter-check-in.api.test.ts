import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CodeGuessesModel } from "@server/domains/meals/code-guesses.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { accountOf } from "@test/support/counter";
import {
  atLunchtime,
  byName,
  EVENING_BEFORE,
  eveningBefore,
  LUNCHTIME,
  type CounterStage,
} from "@test/support/counter-stage";

let app: TestApp;
let stage: CounterStage;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  stage = await eveningBefore(app);
});
afterAll(() => app.close());

describe("checking in by code", () => {
  test("hands the meal out once; the second cook is shown when", async () => {
    const { id, code } = await stage.counter.booked(stage.menu);
    stage = await atLunchtime(stage);
    const first = await stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "code", code });
    expect([first.status, first.body.data.wasServedBefore]).toEqual([200, false]);
    expect(first.body.data.row).toMatchObject({ bookingId: id, name: "王阿姨", state: "served", servedAt: LUNCHTIME });
    app.clock.advance(60_000);
    const again = await stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "code", code });
    expect([again.status, again.body.data.wasServedBefore]).toEqual([200, true]);
    expect(again.body.data.row.servedAt).toBe(LUNCHTIME);
  });

  test("two cooks at once: one effect, one event, and both are told that it is handed out", async () => {
    const { code, id } = await stage.counter.booked(stage.menu);
    stage = await atLunchtime(stage);
    const proof = { kind: "code", code };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => stage.client.checkIn(stage.counter.cook, stage.counter.carePointId, proof)),
    );
    const colleague = await app.signInAs(stage.counter.manager.id);
    answers.push(
      await stage.client.checkIn({ id: stage.counter.manager.id, token: colleague }, stage.counter.carePointId, proof),
    );
    const served = answers.filter(({ status }) => status === 200);
    for (const { body } of served) expect(body.data.row).toMatchObject({ bookingId: id, state: "served" });
    expect(served.filter(({ body }) => body.data.wasServedBefore === false)).toHaveLength(1);
    const portion = await PortionModel.findOne({ bookingId: id }).lean().orFail();
    expect(portion.outbox?.filter(({ type }) => type === "meals.portion-served")).toHaveLength(1);
  });

  test("a code of another care point, of another day and of a cancelled booking is unknown", async () => {
    const other = await stage.counter.sitting({ carePointId: stage.counter.elsewhere });
    const later = await stage.counter.sitting({ serviceDate: "2026-11-24" });
    const cancelled = await stage.counter.booked(stage.menu);
    await stage.counter.client.cancel(cancelled.elder, cancelled.id);
    const codes = [(await stage.counter.booked(other)).code, (await stage.counter.booked(later)).code, cancelled.code];
    stage = await atLunchtime(stage);
    for (const code of codes) {
      const { status, body } = await stage.client.checkIn(stage.cook, stage.counter.carePointId, {
        kind: "code",
        code,
      });
      expect([status, body.error.code]).toEqual([404, "code_unknown"]);
    }
  });

  test("R-B8: after five misses in a row nothing typed counts for 30 seconds, by name still works", async () => {
    const { id, code } = await stage.counter.booked(stage.menu);
    stage = await atLunchtime(stage);
    const type = (digits: string) =>
      stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "code", code: digits });
    const wrong = code === "000000" ? "000001" : "000000";
    for (let miss = 0; miss < 4; miss += 1) expect((await type(wrong)).body.error.code).toBe("code_unknown");
    expect((await type(code)).status).toBe(200);
    for (let miss = 0; miss < 5; miss += 1) expect((await type(wrong)).body.error.code).toBe("code_unknown");
    const waiting = await type(code);
    expect([waiting.status, waiting.headers["retry-after"]]).toEqual([429, "30"]);
    expect((await stage.client.checkIn(stage.cook, stage.counter.carePointId, byName(id))).status).toBe(200);
    app.clock.advance(29_999);
    expect((await type(code)).status).toBe(429);
    app.clock.advance(1);
    expect((await type(code)).status).toBe(200);
  });

  test("R-B8: many guesses at once look at no more than five codes; a control that counts first lets more through", async () => {
    stage = await atLunchtime(stage);
    const GUESSES = 40;
    const guess = (n: number) =>
      stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "code", code: String(n).padStart(6, "0") });
    const answers = await Promise.all(Array.from({ length: GUESSES }, (_, n) => guess(n)));
    expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(GUESSES - 5);

    let looked = 0;
    const naively = async () => {
      const { misses = 0 } = (await CodeGuessesModel.findById("naive").lean()) ?? {};
      if (misses >= 5) return;
      looked += 1;
      await CodeGuessesModel.updateOne(
        { _id: "naive" },
        { $inc: { misses: 1 }, $set: { until: new Date(0), at: new Date(0) } },
        { upsert: true },
      ).catch(() => undefined);
    };
    await Promise.all(Array.from({ length: GUESSES }, naively));
    expect(looked).toBeGreaterThan(5);
  });
});

describe("checking in by the picture on her phone", () => {
  const scan = (text: string, at = stage.counter.carePointId, who = stage.cook) =>
    stage.client.checkIn(who, at, { kind: "qr", text });

  test("a picture of this minute, the last and the next is taken; a photo of yesterday's is not", async () => {
    for (const off of [0, 60_000, -60_000]) {
      const { elder, id } = await stage.counter.booked(stage.menu);
      stage = await atLunchtime(stage);
      const token = await app.signInAs(elder.id);
      app.clock.advance(off);
      const { body } = await stage.client.pass({ id: elder.id, token }, id);
      app.clock.set(LUNCHTIME);
      expect((await scan(body.data.text)).status).toBe(200);
      app.clock.set(EVENING_BEFORE);
    }
    const { elder, id } = await stage.counter.booked(stage.menu);
    const { body } = await stage.client.pass(elder, id);
    stage = await atLunchtime(stage);
    const photo = await scan(body.data.text);
    expect([photo.status, photo.body.error.code]).toEqual([409, "pass_expired"]);
    expect(await accountOf(stage.menu._id)).toMatchObject({ booked: 1, served: 3 });
  });

  test("another care point's, a forged one and one of a cancelled booking are unknown", async () => {
    const { elder, id } = await stage.counter.booked(stage.menu);
    const { body } = await stage.client.pass(elder, id);
    const text = body.data.text as string;
    const answers = [
      await scan(text, stage.counter.elsewhere, stage.counter.stranger),
      await scan(text.replace(/.$/, text.endsWith("A") ? "B" : "A")),
      await scan(text.replace(id, `${id.slice(0, -1)}${id.endsWith("A") ? "B" : "A"}`)),
      await scan("https://example.com/?code=1"),
    ];
    await stage.counter.client.cancel(elder, id);
    answers.push(await scan(text));
    for (const answer of answers) expect([answer.status, answer.body.error.code]).toEqual([404, "pass_unknown"]);
  });

  test("the picture is hers alone, changes each minute, and its secret lies in no document", async () => {
    const { elder, id } = await stage.counter.booked(stage.menu);
    const first = (await stage.client.pass(elder, id)).body.data;
    expect(first.refreshAt).toBe("2026-11-22T02:01:00.000Z");
    expect((await stage.client.pass(await stage.counter.elder(), id)).status).toBe(404);
    app.clock.advance(60_000);
    expect((await stage.client.pass(elder, id)).body.data.text).not.toBe(first.text);
    const stored = JSON.stringify(await PortionModel.findOne({ bookingId: id }).lean());
    expect(stored).not.toContain(first.text.split(".").at(-1));
  });
});
