import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { BatchModel } from "@server/domains/build-out/batch.model";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import {
  buildBuildOutSite,
  CITY,
  COUNTY,
  OTHER_COUNTY,
  surveyWith,
  type BuildOutSite,
  type Who,
} from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-23T02:00:00.000Z");
  await Promise.all([MealPointModel.deleteMany({}), BatchModel.deleteMany({}), CarePointModel.deleteMany({})]);
});
afterAll(() => app.close());

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];

describe("a meal point's way", () => {
  test("from the proposal to the first meal, with each act on its timeline and in the audit", async () => {
    const id = await site.walkTo("operating");
    const shown = await site.show(id);
    expect(shown).toMatchObject({
      state: "operating",
      stateLabel: "供餐中",
      name: "向阳助餐点",
      countyName: "红旗区",
      plaqueNumber: "XZC-0001",
      carePointId: id,
      turnOf: null,
      dueLabel: null,
      isOverdue: false,
    });
    expect(shown.timeline.map(({ text, person }) => `${text} ${person}`)).toEqual([
      "提出建点 孙科长",
      "摸排表存好了 孙科长",
      "摸排表交上去了 孙科长",
      "核查：第一人同意 孙科长",
      "核查：第二人同意，通过了 钱干事",
      "建成了 孙科长",
      "挂牌了 孙科长",
      "对外公布了 孙科长",
      "开始供餐 孙科长",
    ]);
    const told = (await relayedChain(app)).filter(({ subject }) => subject.id === id).map(({ act }) => act);
    expect(told).toEqual([
      "build-out.propose-meal-point",
      "build-out.survey-meal-point",
      "build-out.pass-survey",
      "build-out.verify-meal-point",
      "build-out.verify-meal-point",
      "build-out.mark-built",
      "build-out.plate-meal-point",
      "programme.publish-batch",
      "build-out.start-operating",
    ]);
  });

  test("each step is the county's until a working day", async () => {
    const { body } = await site.propose();
    expect(body.data).toMatchObject({
      state: "proposed",
      turnOf: "红旗区民政局",
      // Ten working days after Monday 23 November.
      dueLabel: "12月7日 星期一",
      abilities: { survey: true, passSurvey: false, agree: false, close: true },
    });
    const id = body.data.id as string;
    await site.survey(id, 0);
    const handedIn = await site.act("sun", id, "survey-hand-ins", { surveyVersion: 1 });
    expect(handedIn.body.data).toMatchObject({ state: "surveyed", dueLabel: "11月30日 星期一" });
  });

  test("the same proposal twice is one; under its key nothing else is proposed", async () => {
    const key = randomUUID();
    const first = await site.propose("sun", {}, key);
    await site.survey(first.body.data.id, 0, { name: "改过的名字" });
    expect((await site.propose("sun", {}, key)).body.data).toMatchObject({
      id: first.body.data.id,
      name: "改过的名字",
    });
    expect(codeOf(await site.propose("sun", { proposal: "别的理由" }, key))).toEqual([422, "key_reused"]);
    expect(await MealPointModel.countDocuments({})).toBe(1);
  });

  test("a point is closed with a reason and is done with", async () => {
    const id = await site.walkTo("verified");
    expect(codeOf(await site.act("sun", id, "closures", {}))).toEqual([422, "invalid_request"]);
    const closed = await site.act("sun", id, "closures", { reason: "房东不租了" });
    expect(closed.body.data).toMatchObject({ state: "closed", carePointId: null });
    expect(closed.body.data.timeline.at(-1)).toMatchObject({ text: "关停了", reason: "房东不租了" });
    expect(codeOf(await site.act("sun", id, "completions"))).toEqual([409, "state_changed"]);
  });
});

describe("the survey", () => {
  test("is saved as often as it takes, each time on the one before", async () => {
    const id = (await site.propose()).body.data.id as string;
    expect(codeOf(await site.act("sun", id, "survey-hand-ins", { surveyVersion: 1 }))).toEqual([409, "survey_missing"]);
    await site.survey(id, 0);
    const second = await site.survey(id, 1, { notes: "门口有台阶" });
    expect(second.body.data.survey).toMatchObject({ version: 2, notes: "门口有台阶" });
    expect(codeOf(await site.survey(id, 1, { notes: "我不知道同事改过" }))).toEqual([409, "state_changed"]);
    expect((await site.show(id)).survey?.notes).toBe("门口有台阶");
    expect(codeOf(await site.act("sun", id, "survey-hand-ins", { surveyVersion: 1 }))).toEqual([409, "state_changed"]);
  });

  test("keeps the position in WGS-84, whichever map it was read from", async () => {
    const id = (await site.propose()).body.data.id as string;
    await site.survey(id, 0, { position: { latitude: 35.29872, longitude: 113.8861 }, datum: "gcj02" });
    const { survey } = await site.show(id);
    // The maps of China draw it some 600 m further; the satellite's figures are smaller here.
    expect(survey?.position.longitude).toBeLessThan(113.8825);
    expect(survey?.position.latitude).toBeLessThan(35.2995);
    expect(survey?.position.longitude).toBeGreaterThan(113.875);
  });

  test.each([
    [
      "latitude and longitude in each other's place",
      { position: { latitude: 113.88, longitude: 35.3 } },
      "body.survey.position",
    ],
    ["a place far from China", { position: { latitude: -12, longitude: 20 } }, "body.survey.position"],
    [
      "hours that end before they start",
      { openingHours: [{ weekday: 1, opens: "13:00", closes: "10:30" }] },
      "body.survey.openingHours.0",
    ],
  ])("%s is refused by the field", async (_, overrides, path) => {
    const id = (await site.propose()).body.data.id as string;
    const answer = await site.act("sun", id, "surveys", { basedOn: 0, survey: { ...surveyWith(), ...overrides } });
    expect(codeOf(answer)).toEqual([422, "invalid_request"]);
    expect(answer.body.error.fields).toEqual([expect.objectContaining({ path })]);
  });

  test("a position far from its region is asked about in the words of an import, and refuses nothing", async () => {
    const id = (await site.propose()).body.data.id as string;
    const far = await site.survey(id, 0, { position: { latitude: 34.7, longitude: 113.6 } });
    expect(far.status).toBe(201);
    expect(far.body.data.farAway).toMatch(/^离春风社区约 [67]\d 公里，可能不在这里，请核对位置和地图来源$/);
    expect((await site.show(id)).farAway).toBe(far.body.data.farAway);
    expect((await site.survey(id, 1)).body.data.farAway).toBeNull();
  });

  test("a canteen nearby is told with its metres, and refuses nothing", async () => {
    await buildCarePoint({ regionId: site.communityId, name: "远处食堂", position: at(113.9, 35.3) });
    const { _id: nearId } = await buildCarePoint({
      regionId: site.communityId,
      name: "春风社区食堂",
      position: at(113.88, 35.303),
    });
    const id = (await site.propose()).body.data.id as string;
    const { body, status } = await site.survey(id, 0);
    expect(status).toBe(201);
    expect(body.data.clash).toEqual({ name: "春风社区食堂", metres: 334, withinMetres: 500, carePointId: nearId });
  });

  test("another point of the programme nearby is told as well, nearest first, and never itself", async () => {
    const first = (await site.propose()).body.data.id as string;
    expect((await site.survey(first, 0)).body.data.clash).toBeNull();
    expect((await site.survey(first, 1)).body.data.clash).toBeNull();
    const second = (await site.propose("sun", { name: "第二处" })).body.data.id as string;
    const { body } = await site.survey(second, 0, { position: { latitude: 35.302, longitude: 113.88 } });
    expect(body.data.clash).toMatchObject({ name: "向阳助餐点", metres: 223, carePointId: null });
    await site.act("sun", first, "closures", { reason: "不建了" });
    expect((await site.survey(second, 1)).body.data.clash).toBeNull();
  });
});

const at = (longitude: number, latitude: number) => ({ type: "Point", coordinates: [longitude, latitude] }) as const;

describe("who may", () => {
  test("the county's office alone acts; the city's reads; for all others there is no such point", async () => {
    const id = await site.walkTo("proposed");
    expect((await site.show(id, "city")).abilities).toEqual(
      expect.objectContaining({ survey: false, close: false, publish: false, showPlate: false }),
    );
    const acts: readonly [string, object][] = [
      ["surveys", { basedOn: 0, survey: surveyWith() }],
      ["survey-hand-ins", { surveyVersion: 1 }],
      ["verdicts", { verdict: "yes", surveyVersion: 1 }],
      ["completions", {}],
      ["plaques", { plaqueNumber: "1" }],
      ["openings", {}],
      ["suspensions", { reason: "修" }],
      ["resumptions", {}],
      ["closures", { reason: "关" }],
    ];
    for (const [what, body] of acts) {
      expect([what, codeOf(await site.act("city", id, what, body))]).toEqual([what, [403, "forbidden"]]);
      for (const who of ["next", "elder"] as const) {
        const [other, absent] = [await site.act(who, id, what, body), await site.act(who, "nothing", what, body)];
        expect([what, who, codeOf(other)]).toEqual([what, who, [404, "not_found"]]);
        expect(codeOf(absent)).toEqual(codeOf(other));
      }
    }
    expect((await MealPointModel.findById(id).lean())?.timeline).toHaveLength(1);
  });

  test("one proposes in one's own county, never for the city at large", async () => {
    const tries: readonly [Who, string, number][] = [
      ["next", site.communityId, 403],
      ["next", OTHER_COUNTY, 201],
      ["city", COUNTY, 403],
      ["sun", CITY, 403],
      ["elder", COUNTY, 403],
      ["sun", "nowhere", 422],
    ];
    for (const [who, regionId, status] of tries) {
      expect([who, regionId, (await site.propose(who, { regionId })).status]).toEqual([who, regionId, status]);
    }
  });
});
