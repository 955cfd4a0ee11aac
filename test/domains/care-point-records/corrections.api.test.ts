import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CorrectionModel } from "@server/domains/care-point-records/correction.model";
import { createCorrectionsPersonalData } from "@server/domains/care-point-records/corrections-personal-data";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { relayedChain } from "@test/support/audit";
import { startApp, type TestApp } from "@test/support/app";
import { buildRecordSite, type RecordSite } from "./record-site";

let app: TestApp;
let site: RecordSite;

beforeAll(async () => {
  app = await startApp({ limits: { report: { points: 30, seconds: 3_600 } } });
});
beforeEach(async () => {
  await CorrectionModel.deleteMany({});
  site = await buildRecordSite(app);
});
afterAll(() => app.close());

const only = () => CorrectionModel.findOne({ carePointId: site.carePointId }).lean().orFail();
const waiting = async (): Promise<string> => (await site.unanswered())[0]?.id ?? "";
const told = async () => {
  await relayedChain(app);
  return NoticeModel.find({ personId: site.people.elder }).lean();
};

describe("信息不对？告诉我们", () => {
  test("ends with who answers and until when, in working days", async () => {
    const { status, body } = await site.report("elder", { what: "hours", sentence: "十二点就关门了" });
    expect(status).toBe(201);
    // Sunday 22 November 2026: Monday, Tuesday, Wednesday.
    expect(body.data).toEqual({
      answeredBy: site.name,
      phone: "0373-5550101",
      answerUntil: "2026-11-25",
      answerLabel: "11月25日 星期三",
      isToldInInbox: true,
    });
  });

  test("a guest is heard, too, and is promised no message", async () => {
    const { status, body } = await site.report(null, { what: "closed" });
    expect([status, body.data.isToldInInbox]).toEqual([201, false]);
    expect(await only()).toMatchObject({ reporterId: null, sentence: null, state: "open" });
  });

  test("what was written is sealed; who works there reads it and not who wrote it", async () => {
    await site.report("elder", { sentence: "我住三号楼，打过去是饭店" });
    expect(JSON.stringify(await only())).not.toContain("三号楼");
    const [row] = await site.unanswered();
    expect(row).toEqual({
      id: row?.id,
      what: "phone",
      sentence: "我住三号楼，打过去是饭店",
      reportedLabel: "11月22日 星期日",
      dueLabel: "11月25日 星期三",
      isOverdue: false,
      isAnswerRead: true,
    });
  });

  test("sent again it is one; something else under the key is refused", async () => {
    const key = randomUUID();
    const first = await site.report("elder", { sentence: "打不通" }, key);
    const again = await site.report("elder", { sentence: "打不通" }, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await site.unanswered()).toHaveLength(1);
    for (const other of [{ sentence: "空号" }, {}, { what: "closed", sentence: "打不通" }]) {
      expect((await site.report("elder", other, key)).body.error.code).toBe("key_reused");
    }
  });

  test("is refused for what is no care point, no choice, or too long", async () => {
    expect((await site.report("elder", { carePointId: "nowhere" })).status).toBe(404);
    expect((await site.report("elder", { what: "ugly" })).status).toBe(422);
    expect((await site.report("elder", { sentence: "长".repeat(201) })).status).toBe(422);
    expect(await site.unanswered()).toEqual([]);
  });

  test("only so many an hour from one address or person", async () => {
    const busy = await buildRecordSite(app);
    let refused = 0;
    for (let count = 0; count < 31; count += 1) if ((await busy.report("elder")).status === 429) refused += 1;
    expect(refused).toBe(1);
    expect((await site.report("elder")).status).toBe(201);
  });
});

describe("the answer", () => {
  test.each([
    ["taken_over", "照您说的改好了，谢谢您。换了新号码。"],
    ["not_so", "核对过了，没有改。换了新号码。"],
  ])("%s: the person reads it in her inbox, once", async (answer, end) => {
    await site.report("elder");
    const id = await waiting();
    const { status, body } = await site.settle("cook", id, { answer, words: "换了新号码。" });
    expect([status, body.data]).toEqual([201, { correctionId: id, answer }]);
    await told();
    const notices = await told();
    expect(notices.map(({ template, sentence }) => [template, sentence])).toEqual([
      ["correction_answered", `${site.name}${end}`],
    ]);
    expect(await site.unanswered()).toEqual([]);
  });

  test("stands on the timeline with who and when; the words are sealed", async () => {
    await site.report("elder", { what: "access" });
    await site.settle("manager", await waiting(), { answer: "taken_over", words: "修好坡道了" });
    const { timeline, state, words } = await only();
    expect(state).toBe("taken_over");
    expect(words).not.toContain("坡道");
    expect(timeline).toMatchObject([
      { act: "report", by: site.people.elder, from: null, to: "open", reason: "access" },
      { act: "take_over", by: site.people.manager, from: "open", to: "taken_over" },
    ]);
  });

  test("of two answers at once one is taken, and the other is told that it has changed", async () => {
    await site.report("elder");
    const id = await waiting();
    const both = await Promise.all([
      site.settle("cook", id, { answer: "taken_over" }),
      site.settle("manager", id, { answer: "not_so" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await only()).timeline).toHaveLength(2);
    expect(await told()).toHaveLength(1);

    // Without the state in the filter both would be.
    const naive = (state: "taken_over" | "not_so") => CorrectionModel.updateOne({ _id: id }, { $set: { state } });
    await CorrectionModel.updateOne({ _id: id }, { $set: { state: "open" } });
    const written = [await naive("taken_over"), await naive("not_so")];
    expect(written.map(({ modifiedCount }) => modifiedCount)).toEqual([1, 1]);
  });

  test("by a key again it is done once; another answer or other words under it are refused", async () => {
    await site.report("elder");
    const id = await waiting();
    const key = randomUUID();
    const answer = { answer: "taken_over", words: "改好了" };
    const first = await site.settle("cook", id, answer, key);
    const again = await site.settle("cook", id, answer, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    for (const other of [{ answer: "not_so" }, { answer: "taken_over" }]) {
      expect((await site.settle("cook", id, other, key)).body.error.code).toBe("key_reused");
    }
  });

  test("is nobody's who does not work there, not even of her who reported it", async () => {
    await site.report("elder");
    const id = await waiting();
    const elsewhere = await buildRecordSite(app);
    for (const answer of [
      await site.settle("elder", id, { answer: "not_so" }),
      await elsewhere.settle("manager", id, { answer: "not_so" }),
      await site.settle("cook", "nothing", { answer: "not_so" }),
    ]) {
      expect([answer.status, answer.body.error.code]).toEqual([404, "not_found"]);
    }
  });
});

describe("what a person reported is hers", () => {
  const data = () => createCorrectionsPersonalData(app.deps);

  test("is shown to her, opened", async () => {
    await site.report("elder", { sentence: "打不通" });
    await site.settle("cook", await waiting(), { answer: "not_so", words: "我们试过，打得通" });
    const [group] = await data().exportOf(site.people.elder);
    expect(group?.rows).toEqual([{ label: `11月22日 ${site.name}`, text: "电话不对：打不通" }]);
    expect(group?.json).toMatchObject([{ state: "not_so", words: "我们试过，打得通" }]);
    expect(await data().exportOf(site.people.cook)).toEqual([]);
  });

  test("without her it stays as a guest's, once the audit has it", async () => {
    await site.report("elder", { sentence: "打不通" });
    const leaving = { personId: site.people.elder, now: app.clock.now() };
    expect(await data().erase(leaving)).toBe("waiting");
    expect((await only()).sentence).toBeNull();
    await relayedChain(app);
    expect(await data().erase(leaving)).toBe("gone");
    expect(JSON.stringify(await only())).not.toContain(site.people.elder);
    expect(await site.unanswered()).toMatchObject([{ what: "phone", sentence: null, isAnswerRead: false }]);
  });

  test("moves with her when two records are one person", async () => {
    await site.report("elder");
    const { elder: from, cook: to } = site.people;
    expect(await data().merge({ from, to, now: app.clock.now() })).toBe("gone");
    const { reporterId, timeline } = await only();
    expect([reporterId, timeline[0]?.by]).toEqual([to, to]);
  });
});
