import { randomUUID, randomInt } from "node:crypto";
import type { Test } from "supertest";
import { addDays } from "@shared/core/dates";
import { today } from "@server/core/clock";
import { WechatError, type WechatPort } from "@server/core/wechat/wechat-port";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonMergeModel } from "@server/domains/accounts/person-merge.model";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { buildNotice } from "@server/domains/notices/notices.builders";
import { sendMessages } from "@server/domains/notices/send-messages";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

/** Everybody and everything that a valid request to some endpoint needs. */
export interface World {
  readonly app: TestApp;
  readonly communityId: string;
  readonly carePointId: string;
  readonly elderId: string;
  readonly managerId: string;
  readonly staff: { readonly name: string; readonly password: string };
  /** A fresh session of either. */
  token(who: Who): Promise<string>;
  /** An invitation of a new colleague, not yet accepted. */
  staffInvitation(): Promise<{ readonly loginName: string; readonly code: string }>;
  /** A colleague who works at the care point. */
  colleague(): Promise<string>;
  /** A one-time code for the elder, not yet used. */
  loginCode(): Promise<string>;
  /** A dish that is free tomorrow and that the elder has not booked. */
  freeMeal(): Promise<FreeMeal>;
  /** A fresh booking of the elder. */
  bookedMeal(): Promise<string>;
  /** What somebody types to act for the elder: a fresh code and her birth date. */
  invitation(): Promise<{ readonly code: string; readonly birthDate: string }>;
  /** A fresh bond by which somebody may act for the elder. */
  bond(): Promise<string>;
  /** The token of somebody who came by WeChat and is asked whether she is a record that staff made. */
  askedToMerge(): Promise<string>;
  /** Somebody the care point must ring up. */
  call(): Promise<string>;
}

interface FreeMeal {
  readonly menuId: string;
  readonly dishId: string;
  readonly elderId: string;
  readonly mode: "eat_in";
}

/** A newcomer, and who leaves the care point, is somebody else each time: what one does to oneself is done once. The officer works for the district. */
export type Who = "elder" | "manager" | "officer" | "newcomer" | "leaver";

/** The district that the world lies in. */
export const OFFICE = "xinxiang-hongqi";

/** Codes of WeChat, for signing in or for a phone number, that come to nothing. */
export const badWechatCodes = { wrong: "a-code-that-is-wrong", away: "a-code-while-wechat-is-away" } as const;

const wechat: WechatPort = {
  exchangeCode: (code) => {
    if (code === badWechatCodes.wrong) return Promise.reject(new WechatError("invalid_code"));
    if (code === badWechatCodes.away) return Promise.reject(new WechatError("unavailable"));
    return Promise.resolve({ openid: "oSweepSweepSweep" });
  },
  exchangePhoneCode: (code) => {
    if (code === badWechatCodes.wrong) return Promise.reject(new WechatError("invalid_code"));
    if (code === badWechatCodes.away) return Promise.reject(new WechatError("unavailable"));
    // phone-13912345678 is the code of that number; any other brings one that nobody has.
    return Promise.resolve(/^phone-(\d{11})$/.exec(code)?.[1] ?? `137${String(randomInt(1e8)).padStart(8, "0")}`);
  },
  sendMessage: () => Promise.resolve(),
};

interface WorldOptions {
  /** Null: a site without a message service. */
  readonly sms?: null;
  /** Collects the lines of the log. */
  readonly log?: string[];
}

export async function makeWorld({ sms, log }: WorldOptions = {}): Promise<World> {
  const app = await startApp({
    wechat,
    ...(sms === null ? {} : { sms: { send: () => Promise.resolve() } }),
    ...(log ? { log } : {}),
    env: { isDemo: true },
  });
  const communityId = (await buildCommunity())._id;
  const carePointId = (await buildCarePoint({ regionId: communityId }))._id;
  const elder = await buildPerson(app.deps, { communityId, demo: { order: 1, description: "78 岁" } });
  const manager = await buildPerson(app.deps, { preferredName: "李主任", communityId });
  const staff = { name: "manager", password: "a long enough password" };
  await enrolStaff(app.deps, {
    personId: manager._id,
    memberships: [{ carePointId, role: "care_point_manager" }],
    loginName: staff.name,
    password: staff.password,
  });
  const officer = await buildPerson(app.deps, { preferredName: "孙科长", offices: [{ regionId: OFFICE }] });
  const people = { elder: elder._id, manager: manager._id, officer: officer._id };
  const leaver = { memberships: [{ carePointId, role: "care_point_staff" as const }] };
  const token = async (who: Who) => {
    if (who !== "newcomer" && who !== "leaver") return app.signInAs(people[who]);
    const others = who === "leaver" ? leaver : {};
    return app.signInAs((await buildPerson(app.deps, { communityId, ...others }))._id);
  };
  const loginCode = async () => {
    const body = { carePointId, residentId: elder._id };
    const issued = await asManager(app.request.post("/api/accounts/login-codes").send(body));
    return issued.body.data.code as string;
  };
  const invite = async () => {
    const loginName = `colleague-${randomUUID().slice(0, 8)}`;
    const body = { carePointId, preferredName: "小张", loginName, role: "care_point_staff" };
    const call = app.request.post("/api/accounts/staff").set("Idempotency-Key", randomUUID());
    const { data } = (await asManager(call.send(body))).body;
    return { loginName, code: data.code as string, personId: data.member.personId as string };
  };
  const staffInvitation = async () => {
    const { loginName, code } = await invite();
    return { loginName, code };
  };
  const colleague = async () => (await invite()).personId;
  let days = 1;
  const freeMeal = async () => {
    days += 1;
    const menu = await buildMenu(app, { carePointId, serviceDate: addDays(today(app.clock), days) });
    return { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "", elderId: elder._id, mode: "eat_in" } as const;
  };
  const bookedMeal = async () => {
    const call = app.request.post("/api/meals/bookings").set("Idempotency-Key", randomUUID());
    const booked = await call.set("Authorization", `Bearer ${await token("elder")}`).send(await freeMeal());
    return booked.body.data.id as string;
  };
  const invitation = async () => {
    const body = { relation: "daughter", scopes: ["meals"], lasts: "year" };
    const call = app.request.post("/api/family/invitations").set("Authorization", `Bearer ${await token("elder")}`);
    return { code: (await call.send(body)).body.data.code as string, birthDate: "1948-05-06" };
  };
  const bond = async () => {
    const { _id: helper } = await buildPerson(app.deps, { preferredName: "小敏", communityId });
    return (await buildBond(app.deps, { elder: elder._id, helper }))._id;
  };
  const askedToMerge = async () => {
    const { _id: recordId } = await buildPerson(app.deps, { communityId });
    const { _id } = await buildPerson(app.deps, { preferredName: null, birthDate: null });
    await PersonMergeModel.create({ _id, recordId, state: "asked", at: new Date(app.clock.now()) });
    return app.signInAs(_id);
  };
  const call = async () => {
    await buildNotice(app, { personId: elder._id, carePointId });
    await sendMessages(app.deps);
    return (await NoticeModel.findOne({ delivery: "to_call" }).orFail())._id;
  };
  await freeMeal();
  const asManager = async (call: Test) => call.set("Authorization", `Bearer ${await token("manager")}`);
  const known = { communityId, carePointId, elderId: elder._id, managerId: manager._id, staff };
  return {
    app,
    ...known,
    token,
    staffInvitation,
    colleague,
    loginCode,
    freeMeal,
    bookedMeal,
    invitation,
    bond,
    askedToMerge,
    call,
  };
}
