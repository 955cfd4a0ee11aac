import type { WechatPort } from "@server/core/wechat/wechat-port";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { buildCarePoint } from "@server/domains/care-points/index";
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
}

export type Who = "elder" | "manager";

const wechat: WechatPort = { exchangeCode: () => Promise.resolve({ openid: "oSweepSweepSweep" }) };

export async function makeWorld(): Promise<World> {
  const app = await startApp({ wechat, sms: { send: () => Promise.resolve() }, env: { isDemo: true } });
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
  const people = { elder: elder._id, manager: manager._id };
  const token = (who: Who) => app.signInAs(people[who]);
  return { app, communityId, carePointId, elderId: elder._id, managerId: manager._id, staff, token };
}
