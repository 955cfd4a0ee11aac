import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { CarePointMergeModel } from "@server/domains/care-point-imports/merge.model";
import { CorrectionModel } from "@server/domains/care-point-records/correction.model";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildImportSite, OFFICE, type ImportSite } from "./import-site";

let app: TestApp;
let site: ImportSite;
let keepId: string;
let goneId: string;
beforeAll(async () => {
  app = await startApp();
  site = await buildImportSite(app);
});
beforeEach(async () => {
  await Promise.all([
    CarePointModel.deleteMany({}),
    CarePointMergeModel.deleteMany({}),
    CorrectionModel.deleteMany({}),
  ]);
  const regionId = site.communityId;
  keepId = (await buildCarePoint({ regionId, name: "春风社区食堂" }))._id;
  goneId = (await buildCarePoint({ regionId, name: "春风社区老年食堂" }))._id;
});
afterAll(() => app.close());

/** One of the office proposes, another agrees. */
const merge = async () => {
  const { body } = await site.post("officer", "/care-point-merges", { regionId: OFFICE, keepId, goneId });
  const answered = await site.post("colleague", `/care-point-merges/${body.data.id as string}/answers`, {
    answer: "confirm",
  });
  expect(answered.body.data.state).toBe("merged");
};

describe("what people said about the entry that goes", () => {
  const report = async (carePointId: string, key: string = randomUUID()) =>
    site.post("resident", "/corrections", { carePointId, what: "phone", sentence: "打不通" }, key);
  const manager = async (carePointId: string) => {
    const { _id } = await buildPerson(app.deps, { memberships: [{ carePointId, role: "care_point_manager" }] });
    return app.signInAs(_id);
  };
  const unanswered = async (token: string, carePointId: string) => {
    const call = app.request.get("/api/corrections").query({ carePointId });
    return (await call.set("Authorization", `Bearer ${token}`)).body.data.corrections as { id: string }[];
  };

  test("is answered by those of the entry that stays, and its reporter is told", async () => {
    const token = await manager(keepId);
    await report(goneId);
    const { _id: id, dueOn } = await CorrectionModel.findOne({ carePointId: goneId }).lean().orFail();
    await merge();
    expect((await unanswered(token, keepId)).map((one) => one.id)).toEqual([id]);
    expect(await CorrectionModel.findById(id).lean()).toMatchObject({
      carePointId: keepId,
      owner: { type: "care_point", id: keepId },
      state: "open",
      dueOn,
      timeline: [{ act: "report" }, { act: "move", from: "open", to: "open" }],
    });
    const settled = await app.request
      .post(`/api/corrections/${id}/answers`)
      .set("Idempotency-Key", randomUUID())
      .set("Authorization", `Bearer ${token}`)
      .send({ answer: "taken_over" });
    expect(settled.status).toBe(201);
    await relayedChain(app);
    const notice = await NoticeModel.findOne({ carePointId: keepId, template: "correction_answered" }).lean();
    expect(notice?.sentence).toContain("春风社区食堂");
  });

  test("overdue it stays the office's; answered it stays where it was", async () => {
    await report(goneId);
    await report(goneId);
    const [late, done] = await CorrectionModel.find({ carePointId: goneId }).sort({ _id: 1 }).lean();
    const owner = { type: "district", id: OFFICE };
    await CorrectionModel.updateOne({ _id: late?._id ?? "" }, { $set: { state: "escalated", owner } });
    await CorrectionModel.updateOne({ _id: done?._id ?? "" }, { $set: { state: "not_so" } });
    await merge();
    expect(await CorrectionModel.findById(late?._id).lean()).toMatchObject({
      carePointId: keepId,
      state: "escalated",
      owner,
    });
    expect(await CorrectionModel.findById(done?._id).lean()).toMatchObject({ carePointId: goneId, state: "not_so" });
  });

  test("is said to the entry that stays from then on, also twice under one key", async () => {
    const key = randomUUID();
    expect((await report(goneId, key)).body.data.answeredBy).toBe("春风社区老年食堂");
    await merge();
    const again = await report(goneId, key);
    expect([again.status, again.body.data.answeredBy]).toEqual([201, "春风社区食堂"]);
    await report(goneId);
    expect(await CorrectionModel.countDocuments({ carePointId: keepId })).toBe(2);
    expect(await CorrectionModel.countDocuments({ carePointId: goneId })).toBe(0);
  });
});
