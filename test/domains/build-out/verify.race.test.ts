import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { MealPointModel, type MealPointDocument } from "@server/domains/build-out/meal-point.model";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { startApp, type TestApp } from "@test/support/app";
import { buildBuildOutSite, type BuildOutSite } from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
});
beforeEach(() => MealPointModel.deleteMany({}));
afterAll(() => app.close());

const surveyed = async () => (await buildMealPoint({ regionId: site.communityId, state: "surveyed" }))._id;
const stored = (id: string) => MealPointModel.findById(id).lean<MealPointDocument>().orFail();
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];
const yesesOf = ({ timeline }: MealPointDocument) =>
  timeline.filter(({ act }) => act === "agree" || act === "verify").map(({ by }) => by);

describe("a yes needs two persons", () => {
  test("the first is kept, her own second one refused, a colleague's verifies", async () => {
    const id = await surveyed();
    const first = await site.say("sun", id, "yes");
    expect(first.body.data).toMatchObject({
      state: "surveyed",
      firstYes: { person: "孙科长", isYou: true },
      abilities: { agree: false, refuse: true },
    });
    expect(codeOf(await site.say("sun", id, "yes"))).toEqual([409, "second_person_needed"]);
    expect((await site.show(id, "qian")).firstYes).toEqual({ person: "孙科长", isYou: false });
    const second = await site.say("qian", id, "yes", { reason: "现场看过" });
    expect(second.body.data).toMatchObject({ state: "verified", firstYes: null, abilities: { markBuilt: true } });
  });

  test("each yes sent again is the same yes, before and after the other one", async () => {
    const id = await surveyed();
    const [k1, k2] = [randomUUID(), randomUUID()];
    expect((await site.say("sun", id, "yes", {}, k1)).status).toBe(201);
    expect((await site.say("sun", id, "yes", {}, k1)).body.data.state).toBe("surveyed");
    expect((await site.say("qian", id, "yes", {}, k2)).body.data.state).toBe("verified");
    expect((await site.say("qian", id, "yes", {}, k2)).body.data.state).toBe("verified");
    expect((await site.say("sun", id, "yes", {}, k1)).body.data.state).toBe("verified");
    expect(codeOf(await site.say("qian", id, "yes", { reason: "别的" }, k2))).toEqual([422, "key_reused"]);
    expect(yesesOf(await stored(id))).toEqual([site.people.sun, site.people.qian]);
  });

  test("one person who sends her yes ten times at once is one", async () => {
    const id = await surveyed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => site.say("sun", id, "yes")));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await stored(id)).state).toBe("surveyed");
    expect(yesesOf(await stored(id))).toEqual([site.people.sun]);
  });

  test("two who say it at once have verified it, each with one yes", async () => {
    const id = await surveyed();
    const answers = await Promise.all([site.say("sun", id, "yes"), site.say("qian", id, "yes")]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await stored(id)).state).toBe("verified");
    expect(yesesOf(await stored(id)).sort()).toEqual([site.people.sun, site.people.qian].sort());
  });

  test("a naive control that counts yeses before it writes lets one person verify alone", async () => {
    const id = await surveyed();
    const naive = async () => {
      const { timeline } = await stored(id);
      const step = { id: randomUUID(), act: "agree", by: site.people.sun };
      const isSecond = timeline.some(({ act }) => act === "agree");
      await MealPointModel.collection.updateOne({ _id: id } as never, {
        $set: { state: isSecond ? "verified" : "surveyed" },
        $push: { timeline: step } as never,
      });
    };
    for (let tries = 0; tries < 2; tries += 1) await naive();
    expect((await stored(id)).state).toBe("verified");
  });
});

describe("no", () => {
  test("back to the survey: the first yes is void, and the next survey is read anew", async () => {
    const id = await surveyed();
    await site.say("sun", id, "yes");
    const back = await site.say("qian", id, "adjust", { reason: "离幼儿园太近，换个门" });
    expect(back.body.data).toMatchObject({ state: "proposed", firstYes: null, abilities: { survey: true } });
    await site.survey(id, 1, { notes: "换到南门" });
    await site.act("sun", id, "survey-hand-ins", { surveyVersion: 2 });
    // Whoever still has the old survey before her says nothing about the new one.
    expect(codeOf(await site.say("qian", id, "yes"))).toEqual([409, "state_changed"]);
    const yes = await site.say("qian", id, "yes", { surveyVersion: 2 });
    expect(yes.body.data).toMatchObject({ state: "surveyed", firstYes: { isYou: true } });
    expect((await site.say("sun", id, "yes", { surveyVersion: 2 })).body.data.state).toBe("verified");
  });

  test("rejected is the end, with the reason on record", async () => {
    const id = await surveyed();
    expect(codeOf(await site.say("qian", id, "reject"))).toEqual([422, "invalid_request"]);
    const rejected = await site.say("qian", id, "reject", { reason: "没有消防通道" });
    expect(rejected.body.data).toMatchObject({ state: "rejected", turnOf: null });
    expect(rejected.body.data.timeline.at(-1)).toMatchObject({ person: "钱干事", reason: "没有消防通道" });
    for (const verdict of ["yes", "adjust"]) {
      expect(codeOf(await site.say("sun", id, verdict, { reason: "再看看" }))).toEqual([409, "state_changed"]);
    }
  });
});

describe("a plaque's number hangs once in a city", () => {
  const built = async () => (await buildMealPoint({ regionId: site.communityId, state: "built" }))._id;
  const plate = (id: string, plaqueNumber: string, key?: string) =>
    site.act("sun", id, "plaques", { plaqueNumber }, key);

  test("ten points that take one number at once: one has it", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, built));
    const answers = await Promise.all(ids.map((id) => plate(id, "XZC-7")));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error?.code === "plaque_taken")).toHaveLength(9);
    expect(await MealPointModel.countDocuments({ plaqueNumber: "XZC-7" })).toBe(1);
    expect(await MealPointModel.countDocuments({ state: "built" })).toBe(9);
  });

  test("however it is typed; also after its point was closed", async () => {
    const [first, second] = [await built(), await built()];
    await plate(first, "新助餐-0012");
    await site.act("sun", first, "closures", { reason: "房东收房" });
    expect(codeOf(await plate(second, " 新助餐－００１２ "))).toEqual([409, "plaque_taken"]);
    expect((await plate(second, "xzc-０１３")).body.data.plaqueNumber).toBe("XZC-013");
    expect(codeOf(await plate(second, "不 行"))).toEqual([422, "invalid_request"]);
  });

  test("sent again it is the same plaque; another number under the key is refused", async () => {
    const [id, key] = [await built(), randomUUID()];
    await plate(id, "XZC-21", key);
    expect((await plate(id, "XZC-21", key)).body.data.plaqueNumber).toBe("XZC-21");
    expect(codeOf(await plate(id, "XZC-22", key))).toEqual([422, "key_reused"]);
  });
});
