import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { CredentialModel } from "@server/domains/accounts/credential.model";
import { PersonModel } from "@server/domains/accounts/person.model";
import { ClaimModel } from "@server/domains/care-point-records/claim.model";
import { createClaimsPersonalData } from "@server/domains/care-point-records/claims-personal-data";
import { buildCarePoint } from "@server/domains/care-points/index";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildRecordSite, codeOf, OFFICE, type RecordSite, type Who } from "./record-site";

const EVIDENCE = "我在社区居委会管这里，姓周";
let app: TestApp;
let site: RecordSite;
/** A place that nobody manages. */
let place: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await ClaimModel.deleteMany({});
  await CredentialModel.deleteMany({});
  site = await buildRecordSite(app);
  place = (await buildCarePoint({ regionId: site.communityId, name: "没人管的点" }))._id;
});
afterAll(() => app.close());

interface By {
  readonly who?: Who;
  readonly key?: string;
}
const claim = (body: object = {}, { who = "elder", key = randomUUID() }: By = {}) =>
  site.post(who, "/claims", { placeId: place, evidence: EVIDENCE, phone: "13800138021", ...body }, key);
const waiting = async () => {
  const { body } = await site.get("officer", `/claims/office?regionId=${OFFICE}`);
  return body.data.claims as { id: string; phone: string; preferredName: string; evidence: string }[];
};
const settle = async (body: object, { who = "officer", key = randomUUID() }: By = {}) => {
  const { _id } = await ClaimModel.findOne({ carePointId: place }).orFail();
  return site.post(who, `/claims/${_id}/answers`, body, key);
};
const own = async (who: Who = "elder") => (await site.get(who, `/claims/own?placeId=${place}`)).body.data;
const yes = { answer: "approved", loginName: "zhoumin" };
const takeUp = (code: string, loginName = "zhoumin") =>
  app.request
    .post("/api/accounts/staff/invitations/accept")
    .send({ loginName, code, password: "a password of her own" });

describe("认领, the first step", () => {
  test("waits for the office, which reads who it is and how to reach her", async () => {
    expect(await own()).toMatchObject({ isManaged: false, hasPhone: false, claim: null, officeName: "红旗区民政局" });
    const { status, body } = await claim();
    expect(status).toBe(201);
    expect(body.data.claim).toEqual({ state: "open", dueLabel: "12月1日 星期二", words: null });
    expect(await waiting()).toMatchObject([
      { carePointName: "没人管的点", phone: "13800138021", preferredName: "王阿姨", evidence: EVIDENCE },
    ]);
    const stored = JSON.stringify(await ClaimModel.find().lean());
    expect([stored.includes("13800138021"), stored.includes("居委会")]).toEqual([false, false]);
  });

  test("that the office opened the list stands in the audit", async () => {
    await waiting();
    const chain = await relayedChain(app);
    // What happened in one instant stands in any order; the officer is this test's own.
    const opened = chain.filter(
      ({ act, actorId }) => act === "claims.list-office-claims" && actorId === site.people.officer,
    );
    expect(opened).toHaveLength(1);
  });

  test("needs a phone from whoever left none, and none from whoever did", async () => {
    expect(codeOf(await claim({ phone: undefined }))).toEqual([409, "claim_phone_needed"]);
    const { _id } = await buildPerson(app.deps, { communityId: site.communityId, phone: "13700137021" });
    const call = app.request.post("/api/claims").set("Idempotency-Key", randomUUID());
    const answer = await call
      .set("Authorization", `Bearer ${await app.signInAs(_id)}`)
      .send({ placeId: place, evidence: EVIDENCE });
    expect(answer.status).toBe(201);
    expect((await waiting()).map(({ phone }) => phone)).toEqual(["13700137021"]);
  });

  test("is refused where somebody manages the place, and a second time", async () => {
    expect(codeOf(await claim({ placeId: site.carePointId }))).toEqual([409, "already_managed"]);
    expect(codeOf(await claim({ placeId: "nowhere" }))).toEqual([404, "not_found"]);
    await claim();
    expect(codeOf(await claim())).toEqual([409, "claim_waiting"]);
    expect((await claim({}, { who: "cook" })).status).toBe(201);
  });

  test("sent again it is one; something else under the key is refused", async () => {
    const key = randomUUID();
    const first = await claim({}, { key });
    const again = await claim({}, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(codeOf(await claim({ evidence: "别的" }, { key }))).toEqual([422, "key_reused"]);
    expect(await waiting()).toHaveLength(1);
  });
});

describe("the office's yes, and the second step", () => {
  test("she has no role before she takes it up with the code; then she manages the place", async () => {
    await claim();
    const session = await app.signInAs(site.people.elder);
    const { status, body } = await settle(yes);
    expect([status, body.data.invitation.loginName]).toEqual([201, "zhoumin"]);
    expect((await PersonModel.findById(site.people.elder).lean().orFail()).memberships).toEqual([]);
    expect(codeOf(await takeUp("00000000"))).toEqual([401, "staff_invitation_refused"]);

    const taken = await takeUp(body.data.invitation.code as string);
    expect([taken.status, taken.body.data.me.memberships]).toEqual([
      200,
      [expect.objectContaining({ carePointId: place, role: "care_point_manager" })],
    ]);
    expect(codeOf(await takeUp(body.data.invitation.code as string))).toEqual([401, "staff_invitation_refused"]);
    // A session from before was opened without the password.
    const before = await app.request.get("/api/accounts/me").set("Authorization", `Bearer ${session}`);
    expect(before.status).toBe(401);
    const record = await app.request
      .get(`/api/care-point-records/${place}`)
      .set("Authorization", `Bearer ${taken.body.data.token as string}`);
    expect(record.status).toBe(200);
    expect((await own("cook")).isManaged).toBe(true);
  });

  test("is told in her inbox, without the code", async () => {
    await claim();
    const { body } = await settle(yes);
    await relayedChain(app);
    await relayedChain(app);
    const [notice] = await NoticeModel.find({ personId: site.people.elder }).lean();
    expect(notice?.sentence).toContain("红旗区民政局同意您来管没人管的点");
    expect(JSON.stringify(notice)).not.toContain(body.data.invitation.code);
  });

  test("by a key again tells the same code; a later code is late", async () => {
    await claim();
    const key = randomUUID();
    const first = await settle(yes, { key });
    const again = await settle(yes, { key });
    expect([again.status, again.body.data.invitation.code]).toEqual([201, first.body.data.invitation.code]);
    expect(codeOf(await settle({ answer: "turned_down" }, { key }))).toEqual([422, "key_reused"]);
    expect(codeOf(await settle(yes))).toEqual([409, "state_changed"]);
    app.clock.advance(73 * 3_600_000);
    expect(codeOf(await takeUp(first.body.data.invitation.code as string))).toEqual([401, "staff_invitation_refused"]);
    app.clock.advance(-73 * 3_600_000);
  });

  test("needs a login name that is nobody's", async () => {
    await claim();
    expect(codeOf(await settle({ answer: "approved" }))).toEqual([422, "invalid_request"]);
    await CredentialModel.create({ _id: "zhoumin", personId: "somebody", loginName: "zhoumin" });
    expect(codeOf(await settle(yes))).toEqual([409, "login_name_taken"]);
    expect(await waiting()).toHaveLength(1);
    expect((await settle({ ...yes, loginName: "zhoumin2" })).status).toBe(201);
  });

  test("whoever works elsewhere keeps her name, and her other role", async () => {
    await CredentialModel.create({ _id: "cook", personId: site.people.cook, loginName: "Cook", passwordHash: "x" });
    await claim({}, { who: "cook" });
    const { body } = await settle(yes);
    expect(body.data.invitation.loginName).toBe("Cook");
    const taken = await takeUp(body.data.invitation.code as string, "Cook");
    expect(taken.body.data.me.memberships).toHaveLength(2);
  });

  test("comes too late where somebody has come first; at another office it does not exist", async () => {
    await claim();
    await PersonModel.updateOne(
      { _id: site.people.manager },
      { $push: { memberships: { carePointId: place, role: "care_point_manager" } } },
    );
    expect(codeOf(await settle(yes))).toEqual([409, "already_managed"]);
    for (const who of ["otherOfficer", "manager", "elder"] as const)
      expect(codeOf(await settle(yes, { who }))).toEqual([404, "not_found"]);
    expect((await settle({ answer: "turned_down", words: "已经有负责人了。" })).status).toBe(201);
    expect((await own()).claim).toMatchObject({ state: "turned_down", words: "已经有负责人了。" });
  });

  test("of a yes and a no at once one is taken, and there is a code exactly with a yes", async () => {
    await claim();
    const both = await Promise.all([settle(yes), settle({ answer: "turned_down" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { state } = await ClaimModel.findOne({ carePointId: place }).lean().orFail();
    expect(await CredentialModel.countDocuments({})).toBe(state === "approved" ? 1 : 0);
  });
});

describe("leaving", () => {
  const leave = (who: Who) => site.post(who, "/claims/leavings", { carePointId: site.carePointId });

  test("the last manager, too: her session ends and the place has nobody", async () => {
    const session = await app.signInAs(site.people.manager);
    expect((await leave("manager")).status).toBe(200);
    expect((await app.request.get("/api/accounts/me").set("Authorization", `Bearer ${session}`)).status).toBe(401);
    const { body } = await site.get("officer", `/office-records?regionId=${OFFICE}&show=unmanaged`);
    expect((body.data.records as { carePointId: string }[]).map((one) => one.carePointId)).toContain(site.carePointId);
    expect(codeOf(await leave("manager"))).toEqual([403, "forbidden"]);
    const { memberships } = await PersonModel.findById(site.people.cook).lean().orFail();
    expect(memberships).toHaveLength(1);
  });

  test("is nobody's who does not work there", async () => {
    expect(codeOf(await leave("elder"))).toEqual([403, "forbidden"]);
    expect(codeOf(await leave("officer"))).toEqual([403, "forbidden"]);
  });
});

describe("what somebody claimed is hers", () => {
  const data = () => createClaimsPersonalData(app.deps);

  test("is shown to her, opened; without her nothing is left to answer", async () => {
    await claim();
    const { elder } = site.people;
    const [group] = await data().exportOf(elder);
    expect(group?.rows).toEqual([{ label: "11月22日 没人管的点", text: `认领：${EVIDENCE}` }]);
    expect(group?.json).toMatchObject([{ phone: "13800138021", state: "open" }]);
    const leaving = { personId: elder, now: app.clock.now() };
    expect(await data().erase(leaving)).toBe("waiting");
    await relayedChain(app);
    expect(await data().erase(leaving)).toBe("gone");
    expect(JSON.stringify(await ClaimModel.find().lean())).not.toContain(elder);
    expect(await waiting()).toEqual([]);
  });

  test("moves with her; of two claims of one place one is enough", async () => {
    await claim();
    await claim({}, { who: "cook" });
    const { elder: from, cook: to } = site.people;
    expect(await data().merge({ from, to, now: app.clock.now() })).toBe("gone");
    expect(await ClaimModel.countDocuments({ claimantId: to, state: "open" })).toBe(1);
    expect(await ClaimModel.countDocuments({ claimantId: to })).toBe(2);
  });
});
