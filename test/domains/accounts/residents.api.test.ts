import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let home: string;
let elsewhere: string;
let carePointId: string;
let cook: string;
let elder: string;

beforeAll(async () => {
  app = await startApp();
  home = (await buildCommunity())._id;
  const township = await buildRegion({ name: "牧歌街道", parentId: "xinxiang-muye" });
  elsewhere = (await buildCommunity({ name: "牧歌社区", parentId: township._id }))._id;
  carePointId = (await buildCarePoint({ regionId: home }))._id;
  const memberships = [{ carePointId, role: "care_point_staff" }] as const;
  cook = await app.signInAs((await buildPerson(app.deps, { preferredName: "周师傅", memberships }))._id);
  elder = await app.signInAs((await buildPerson(app.deps, { preferredName: "钱奶奶" }))._id);
  const people = [
    ["王阿姨", "1948-05-06", "13800001234", home],
    ["王大爷", "1935-11-22", "13900005678", home],
    ["李建国", "1960-02-29", "13700001234", home],
    ["王老师", "1950-01-01", "13600001234", elsewhere],
  ] as const;
  for (const [preferredName, birthDate, phone, communityId] of people) {
    await buildPerson(app.deps, { preferredName, birthDate, phone, communityId });
  }
});
afterAll(() => app.close());

const post = (path: string, body: object, token: string) =>
  app.request.post(`/api/accounts/${path}`).set("Authorization", `Bearer ${token}`).send(body);
const search = async (text: string) => {
  const { body } = await post("residents/search", { carePointId, search: text }, cook).expect(200);
  return body.data.residents as { preferredName: string; age: number; phoneTail: string }[];
};
const found = async (text: string) => (await search(text)).map(({ preferredName }) => preferredName).sort();

describe("staff find residents of their district", () => {
  test.each([
    ["1234", ["李建国", "王阿姨"]],
    ["5678", ["王大爷"]],
    ["0000", []],
    ["王", ["王大爷", "王阿姨"]],
    ["王阿", ["王阿姨"]],
    ["wangd", ["王大爷"]],
    ["WDY", ["王大爷"]],
    ["阿姨", []],
    [".*", []],
    ["王阿姨\u{10FFFF}", []],
  ])("by %s", async (text, names) => {
    const inOrder = [...names].sort();
    expect(await found(text)).toEqual(inOrder);
  });

  test("with age and phone tail, no more", async () => {
    const [resident] = await search("王大爷");
    expect(resident).toEqual({ id: expect.any(String), preferredName: "王大爷", age: 91, phoneTail: "5678" });
  });

  test("an elder may not, and a foreign care point reads as an absent one", async () => {
    const other = await buildCarePoint({ regionId: elsewhere });
    const answers = [
      await post("residents/search", { carePointId, search: "王" }, elder),
      await post("residents/search", { carePointId: other._id, search: "王" }, cook),
      await post("residents/search", { carePointId: "absent", search: "王" }, cook),
    ];
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual(Array(3).fill([403, "forbidden"]));
  });
});

describe("staff register a resident who stands before them", () => {
  const body = (overrides: object = {}) => ({
    carePointId,
    preferredName: "孙奶奶",
    birthDate: "1941-03-16",
    communityId: home,
    ...overrides,
  });
  const register = (key: string, overrides?: object, token = cook) =>
    post("residents", body(overrides), token).set("Idempotency-Key", key);

  test("who is found afterwards", async () => {
    const { body: answer } = await register(randomUUID(), { phone: "13500009999" }).expect(201);
    expect(answer.data).toMatchObject({ preferredName: "孙奶奶", age: 85, phoneTail: "9999" });
    expect(await found("9999")).toEqual(["孙奶奶"]);
  });

  test("once under one key, however often and however parallel it is sent", async () => {
    const key = randomUUID();
    const before = await PersonModel.countDocuments();
    const phone = "13500008888";
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(key, { phone }).expect(201)));
    answers.push(await register(key, { phone }).expect(201));
    expect(new Set(answers.map(({ body: { data } }) => data.id as string)).size).toBe(1);
    expect((await PersonModel.countDocuments()) - before).toBe(1);
  });

  test("another body under the same key is refused", async () => {
    const key = randomUUID();
    await register(key).expect(201);
    const { body: answer } = await register(key, { preferredName: "别人" }).expect(422);
    expect(answer.error.code).toBe("key_reused");
  });

  test("one phone belongs to one person, also when two register it at once", async () => {
    const phone = "13500007777";
    const answers = await Promise.all([register(randomUUID(), { phone }), register(randomUUID(), { phone })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body: answer } = await register(randomUUID(), { phone }).expect(409);
    expect(answer.error.code).toBe("phone_taken");
  });

  test("a key is needed", async () => {
    const { body: answer } = await post("residents", body(), cook).expect(400);
    expect(answer.error.code).toBe("key_required");
  });

  test.each([
    ["tomorrow as birth date", { birthDate: "2026-11-23" }, "body.birthDate"],
    ["another district", () => ({ communityId: elsewhere }), "body.communityId"],
    ["a half phone", { phone: "1350000" }, "body.phone"],
    ["a role", { memberships: [] }, "body"],
  ] as const)("refuses %s", async (_title, overrides, path) => {
    const given = typeof overrides === "function" ? overrides() : overrides;
    const { body: answer } = await register(randomUUID(), given).expect(422);
    expect(answer.error.fields).toMatchObject([{ path }]);
  });

  test("an elder may not", async () => {
    await register(randomUUID(), {}, elder).expect(403);
  });
});

describe("a login code for a resident", () => {
  const issue = (residentId: string, token = cook) => post("login-codes", { carePointId, residentId }, token);

  test("out of reach, a colleague's and nobody's are one answer", async () => {
    const memberships = [{ carePointId, role: "care_point_manager" }] as const;
    const manager = await buildPerson(app.deps, { communityId: home, memberships });
    const stranger = await buildPerson(app.deps, { communityId: elsewhere });
    const answers = [await issue(manager._id), await issue(stranger._id), await issue("nobody")];
    expect(answers.map(({ status, body }) => [status, body.error.message])).toEqual(
      Array(3).fill([404, "没有找到，可能已经不在了"]),
    );
  });

  test("an elder cannot make one, not even for herself", async () => {
    const { _id } = await buildPerson(app.deps, { communityId: home });
    await issue(_id, await app.signInAs(_id)).expect(403);
  });
});
