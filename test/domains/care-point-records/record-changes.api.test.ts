import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { PersonModel } from "@server/domains/accounts/person.model";
import { RecordChangeModel } from "@server/domains/care-point-records/record-change.model";
import { createRecordChangesPersonalData } from "@server/domains/care-point-records/record-changes-personal-data";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildRecordSite, codeOf, editOf, OFFICE, type RecordSite } from "./record-site";

let app: TestApp;
let site: RecordSite;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await RecordChangeModel.deleteMany({});
  site = await buildRecordSite(app);
});
afterAll(() => app.close());

const NEW_NAME = { what: "name", name: "春风长者食堂" } as const;
const stored = () => site.changes.stored();
const propose: RecordSite["changes"]["propose"] = (change, by) => site.changes.propose(change, by);
const settle: RecordSite["changes"]["settle"] = (body, by) => site.changes.settle(body, by);
const waiting = async (): Promise<RecordChange[]> =>
  (await site.get("officer", `/record-changes/office?regionId=${OFFICE}`)).body.data.changes as RecordChange[];
describe("a proposed change", () => {
  test("waits for the office of the district, and the entry stays as it is", async () => {
    const { status, body } = await propose(NEW_NAME);
    expect(status).toBe(201);
    // Sunday 22 November 2026: five working days later.
    expect(body.data).toMatchObject({
      what: "name",
      state: "open",
      before: "春风社区食堂",
      after: "春风长者食堂",
      proposedLabel: "11月22日 星期日",
      dueLabel: "11月27日 星期五",
      isEntryChanged: false,
    });
    expect((await stored()).name).toBe("春风社区食堂");
    // At the office it is answered, not taken back.
    expect(await waiting()).toEqual([{ ...body.data, abilities: { withdraw: false } }]);
  });

  test("is not heard of at another office", async () => {
    await propose(NEW_NAME);
    const { body } = await site.get("otherOfficer", "/record-changes/office?regionId=xinxiang-muye");
    expect(body.data.changes).toEqual([]);
    expect(codeOf(await site.get("otherOfficer", `/record-changes/office?regionId=${OFFICE}`))).toEqual([
      403,
      "forbidden",
    ]);
    expect(codeOf(await settle({}, { who: "otherOfficer" }))).toEqual([404, "not_found"]);
  });

  test("of each kind one waits; of two at once the index takes one", async () => {
    const both = await Promise.all([propose(NEW_NAME), propose({ what: "name", name: "春风大食堂" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(codeOf(await propose({ what: "name", name: "春风小食堂" }))).toEqual([409, "change_waiting"]);
    expect((await propose({ what: "kinds", kinds: ["canteen", "meal_point"] })).status).toBe(201);
    // A naive look before the write would let both through.
    const open = { carePointId: site.carePointId, what: "position", state: "open" } as const;
    const looks = await Promise.all([1, 2].map(() => RecordChangeModel.countDocuments(open)));
    expect(looks).toEqual([0, 0]);
  });

  test("sent again it is one; something else under the key is refused", async () => {
    const key = randomUUID();
    const first = await propose(NEW_NAME, { key });
    const again = await propose({ name: NEW_NAME.name, what: "name" }, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(codeOf(await propose({ what: "name", name: "别的食堂" }, { key }))).toEqual([422, "key_reused"]);
  });

  test("is the manager's: a cook, an elder and the office propose nothing", async () => {
    for (const who of ["cook", "elder", "officer"] as const)
      expect(codeOf(await propose(NEW_NAME, { who }))).toEqual([403, "forbidden"]);
  });

  test.each([
    ["the same name", { what: "name", name: "春风社区食堂" }, [409, "nothing_changed"]],
    ["the same services", { what: "services", services: ["meals"] }, [409, "nothing_changed"]],
    ["no service", { what: "services", services: [] }, [422, "invalid_request"]],
    ["a service twice", { what: "services", services: ["meals", "meals"] }, [422, "invalid_request"]],
    ["an operator of tomorrow", { what: "operator", name: "新公司", since: "2026-11-23" }, [422, "invalid_request"]],
    [
      "a code of 17 signs",
      { what: "operator", name: "新公司", since: "2026-11-01", creditCode: "91410700MA9G1234X" },
      [422, "invalid_request"],
    ],
    ["a name that is too long", { what: "name", name: "长".repeat(61) }, [422, "invalid_request"]],
  ])("%s is refused", async (_, change, refusal) => {
    expect(codeOf(await propose(change))).toEqual(refusal);
    expect(await waiting()).toEqual([]);
  });
});

describe("the office's yes", () => {
  test("writes the name, keeps the old one, and the manager reads it in her inbox", async () => {
    await propose(NEW_NAME);
    expect((await settle({ words: "照营业执照核对过。" })).status).toBe(201);
    expect(await stored()).toMatchObject({ name: NEW_NAME.name, formerNames: ["春风社区食堂"], version: 1 });
    await relayedChain(app);
    await relayedChain(app);
    const notices = await NoticeModel.find({ personId: site.people.manager }).lean();
    expect(notices.map(({ template, sentence }) => [template, sentence])).toEqual([
      ["change_answered", `${NEW_NAME.name}的名称，核实过，已经改好了。照营业执照核对过。`],
    ]);
    const { body } = await site.get("manager", `/record-changes?carePointId=${site.carePointId}`);
    expect(body.data).toMatchObject({
      officeName: "红旗区民政局",
      changes: [{ state: "approved", before: "春风社区食堂", after: NEW_NAME.name, words: "照营业执照核对过。" }],
    });
    expect(await waiting()).toEqual([]);
  });

  test("of services keeps the hours of those that stay; a new one has none yet", async () => {
    const before = await stored();
    await propose({ what: "services", services: ["day_care", "meals"] });
    await settle();
    const { services, offerings } = await stored();
    expect(services).toEqual(["day_care", "meals"]);
    expect(offerings[0]?.openingHours).toEqual([]);
    expect(offerings[0]?.isBookable).toBe(false);
    expect(offerings[1]).toEqual(before.offerings[0]);
  });

  test("of another operator keeps the one before; who works there stays unless the office ends it", async () => {
    const operator = { what: "operator", name: "新乡春风养老服务公司", since: "2026-11-01" };
    await propose({ ...operator, creditCode: "91410700MA9G12345X" });
    await settle();
    expect(await stored()).toMatchObject({
      operator: { name: operator.name, since: "2026-11-01" },
      formerOperators: [],
      creditCode: "91410700MA9G12345X",
    });
    await propose({ ...operator, name: "牧野助餐公司", since: "2026-11-20" });
    const token = await app.signInAs(site.people.cook);
    const me = () => app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`);
    expect((await me()).status).toBe(200);
    expect((await settle({ endsRoles: true })).status).toBe(201);
    expect(await stored()).toMatchObject({
      operator: { name: "牧野助餐公司" },
      formerOperators: [{ name: operator.name, since: "2026-11-01" }],
      creditCode: null,
    });
    expect(await PersonModel.countDocuments({ "memberships.carePointId": site.carePointId })).toBe(0);
    expect((await me()).status).toBe(401);
  });

  test("on a version that is gone changes nothing: the officer looks again, and is told so", async () => {
    await propose(NEW_NAME);
    const { version } = await stored();
    await site.edit("manager", { ...editOf(await site.record()), address: "春风街 10 号" });
    expect(codeOf(await settle({ version }))).toEqual([409, "record_changed"]);
    const [row] = await waiting();
    expect(row).toMatchObject({ state: "open", isEntryChanged: true, version: version + 1 });
    expect((await settle()).status).toBe(201);
    expect(await stored()).toMatchObject({ name: NEW_NAME.name, address: "春风街 10 号" });
  });

  test("by a key again it is done once; another answer or other words under it are refused", async () => {
    await propose(NEW_NAME);
    const key = randomUUID();
    const { version } = await stored();
    const first = await settle({ version, words: "好" }, { key });
    const again = await settle({ version, words: "好" }, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await stored()).version).toBe(version + 1);
    expect(codeOf(await settle({ version, answer: "turned_down" }, { key }))).toEqual([422, "key_reused"]);
    expect(codeOf(await settle({ version }, { key }))).toEqual([422, "key_reused"]);
  });

  test("and a no at once: one is taken, and the entry says what the answer says", async () => {
    await propose(NEW_NAME);
    const both = await Promise.all([settle(), settle({ answer: "turned_down" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { state, timeline } = await RecordChangeModel.findOne({ carePointId: site.carePointId }).lean().orFail();
    expect(timeline).toHaveLength(2);
    expect((await stored()).name).toBe(state === "approved" ? NEW_NAME.name : "春风社区食堂");
  });
});

test("a no leaves the entry, with words; another wish may then be put", async () => {
  await propose(NEW_NAME);
  expect((await settle({ answer: "turned_down", words: "先办营业执照。" })).status).toBe(201);
  expect((await stored()).name).toBe("春风社区食堂");
  const { words } = await RecordChangeModel.findOne({ carePointId: site.carePointId }).lean().orFail();
  expect(words).not.toContain("营业执照");
  expect((await propose(NEW_NAME)).status).toBe(201);
});

describe("what somebody proposed is hers", () => {
  const data = createRecordChangesPersonalData();

  test("is shown to her, stays without her, and moves with her", async () => {
    await propose(NEW_NAME);
    const { manager, cook } = site.people;
    const [group] = await data.exportOf(manager);
    expect(group?.rows).toEqual([{ label: `11月22日 ${site.name}`, text: "提出改名称" }]);
    expect(await data.exportOf(cook)).toEqual([]);
    expect(await data.merge({ from: manager, to: cook, now: app.clock.now() })).toBe("gone");
    expect(await data.exportOf(manager)).toEqual([]);
    const leaving = { personId: cook, now: app.clock.now() };
    expect(await data.erase(leaving)).toBe("waiting");
    await relayedChain(app);
    expect(await data.erase(leaving)).toBe("gone");
    const left = await RecordChangeModel.findOne({ carePointId: site.carePointId }).lean().orFail();
    expect(JSON.stringify(left)).not.toContain(cook);
  });
});
