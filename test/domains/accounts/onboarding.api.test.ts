import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { dateOfDayNumber, dayNumber } from "@shared/core/dates";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let communityId: string;
let token: string;
beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity())._id;
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  token = await app.signInAs((await buildPerson(app.deps, { preferredName: null, birthDate: null }))._id);
});
afterAll(() => app.close());

const auth = () => ({ Authorization: `Bearer ${token}` });
const complete = (overrides: object = {}) =>
  app.request
    .post("/api/accounts/me")
    .set(auth())
    .send({ preferredName: "王阿姨", birthDate: "1948-05-06", communityId, ...overrides });
const me = async () => (await app.request.get("/api/accounts/me").set(auth()).expect(200)).body.data;

describe("onboarding", () => {
  test("asks how to be called, birth date and community, and then is done", async () => {
    expect(await me()).toMatchObject({ needsOnboarding: true });
    const { body } = await complete().expect(200);
    expect(body.data).toMatchObject({
      preferredName: "王阿姨",
      birthDate: "1948-05-06",
      community: { id: communityId, label: "红旗区 春风社区" },
      needsOnboarding: false,
      memberships: [],
    });
    expect(await me()).toEqual(body.data);
  });

  test.each([
    ["𠮷", "𠮷"],
    ["㛃姐", "㛃姐"],
    ["阿卜杜拉·买买提", "阿卜杜拉·买买提"],
    ["Bà Hà", "Bà Hà".normalize("NFC")],
    ["  王阿姨 ", "王阿姨"],
    ["👵🏻奶奶", "👵🏻奶奶"],
  ])("takes the name %s", async (given, kept) => {
    expect((await complete({ preferredName: given }).expect(200)).body.data.preferredName).toBe(kept);
  });

  test.each([
    ["an empty name", { preferredName: "  " }, "body.preferredName"],
    ["a name of 21 characters", { preferredName: "王".repeat(21) }, "body.preferredName"],
    ["a lone surrogate", { preferredName: "王\ud842" }, "body.preferredName"],
    ["a control character", { preferredName: "王\u0000姨" }, "body.preferredName"],
    ["a name turned around", { preferredName: "王\u202e姨" }, "body.preferredName"],
    ["a zero-width name", { preferredName: "王\u200b姨" }, "body.preferredName"],
    ["an operator for a name", { preferredName: { $ne: "" } }, "body.preferredName"],
    ["tomorrow as birth date", { birthDate: "2026-11-23" }, "body.birthDate"],
    ["a day that never was", { birthDate: "1949-02-29" }, "body.birthDate"],
    ["an instant as birth date", { birthDate: "1949-02-28T00:00:00Z" }, "body.birthDate"],
    ["a community that is not there", { communityId: "nowhere" }, "body.communityId"],
    ["a district for a community", { communityId: "xinxiang-hongqi" }, "body.communityId"],
  ])("refuses %s and writes nothing", async (_title, overrides, path) => {
    const { body } = await complete(overrides).expect(422);
    expect(body.error.code).toBe("invalid_request");
    expect(new Set(body.error.fields.map((field: { path: string }) => field.path))).toEqual(new Set([path]));
    expect(await me()).toMatchObject({ preferredName: null, birthDate: null, community: null });
  });

  test("takes no field that is not asked for", async () => {
    for (const extra of [{ memberships: [] }, { isDemo: true }, { id: "x" }, { role: "manager" }, { openid: "o1" }]) {
      await complete(extra).expect(422);
    }
  });

  test("born today is born; the day is Shanghai's", async () => {
    app.clock.set("2026-11-22T15:59:59.999Z");
    await complete({ birthDate: "2026-11-22" }).expect(200);
    await complete({ birthDate: "2026-11-23" }).expect(422);
    app.clock.set("2026-11-22T16:00:00.000Z");
    await complete({ birthDate: "2026-11-23" }).expect(200);
  });

  test("birth dates of Shanghai's summer times come back as they were given", async () => {
    const [first, last] = [dayNumber("1940-01-01"), dayNumber("1949-12-31")];
    for (let day = first; day <= last; day += 61) {
      const birthDate = dateOfDayNumber(day);
      expect((await complete({ birthDate }).expect(200)).body.data.birthDate).toBe(birthDate);
    }
    for (const birthDate of ["1940-06-01", "1941-03-15", "1948-05-01", "1949-05-01", "1986-05-04", "1991-09-15"]) {
      expect((await complete({ birthDate }).expect(200)).body.data.birthDate).toBe(birthDate);
    }
  });

  test("another community can be chosen later, the rest stays", async () => {
    await complete().expect(200);
    const other = await buildCommunity({ name: "牧歌社区" });
    const { body } = await app.request
      .post("/api/accounts/me/community")
      .set(auth())
      .send({ communityId: other._id })
      .expect(200);
    expect(body.data).toMatchObject({ preferredName: "王阿姨", community: { label: "红旗区 牧歌社区" } });
    await app.request.post("/api/accounts/me/community").set(auth()).send({ communityId: "xinxiang" }).expect(422);
  });
});
