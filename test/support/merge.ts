import { randomUUID } from "node:crypto";
import type { WechatPort } from "@server/core/wechat/wechat-port";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp } from "./app";
import { familyClient } from "./family";
import type { SignedIn } from "./meals";

export const RECORD_PHONE = "13812345678";
export const RECORD_BIRTH_DATE = "1948-05-06";

/** Vouches for the record's phone, whoever taps; each sign-in code is a WeChat of its own. */
const wechat: WechatPort = {
  exchangeCode: (code) => Promise.resolve({ openid: `o-${code}` }),
  exchangePhoneCode: () => Promise.resolve(RECORD_PHONE),
  sendMessage: () => Promise.resolve(),
};

/** A care point where staff register people, and people who come by WeChat. @param start begins the app, in a way of its own */
export async function startMergeWorld(start: typeof startApp = startApp) {
  const app = await start({ wechat });
  const communityId = (await buildCommunity())._id;
  const carePointId = (await buildCarePoint({ regionId: communityId }))._id;
  const memberships = [{ carePointId, role: "care_point_manager" as const }];
  const manager = await familyClient(app).somebody({ preferredName: "李主任", communityId, memberships });
  const as = ({ token }: SignedIn) => ({ Authorization: `Bearer ${token}` });
  /** The record that staff make of somebody who stands before them. */
  const register = async () => {
    const person = { preferredName: "王阿姨", birthDate: RECORD_BIRTH_DATE, phone: RECORD_PHONE };
    const call = app.request.post("/api/accounts/residents").set({ ...as(manager), "Idempotency-Key": randomUUID() });
    return (await call.send({ carePointId, communityId, ...person })).body.data.id as string;
  };
  /** Somebody who comes by WeChat. */
  const come = async (code = "first"): Promise<SignedIn> => {
    const { body } = await app.request.post("/api/accounts/sign-in/wechat").send({ code });
    return { id: body.data.me.id as string, token: body.data.token as string };
  };
  const link = (who: SignedIn) =>
    app.request.post("/api/accounts/me/phone/wechat").set(as(who)).send({ code: "a-code" });
  return {
    app,
    communityId,
    carePointId,
    register,
    come,
    link,
    question: async (who: SignedIn) =>
      (await app.request.get("/api/accounts/merge").set(as(who))).body.data.question as string | null,
    answer: (who: SignedIn, body: object = { isMe: true, birthDate: RECORD_BIRTH_DATE }) =>
      app.request.post("/api/accounts/merge").set(as(who)).send(body),
    me: async (who: SignedIn) => (await app.request.get("/api/accounts/me").set(as(who))).body.data,
    name: (who: SignedIn, body: object) => app.request.post("/api/accounts/me").set(as(who)).send(body),
    inbox: (who: SignedIn) => app.request.get("/api/notices").set(as(who)),
    /** A record, and somebody by WeChat who is asked whether it is she. */
    asked: async () => {
      const recordId = await register();
      const she = await come();
      await link(she);
      return { recordId, she };
    },
    /** The record as somebody signed in, to give it a life. */
    asRecord: async (id: string): Promise<SignedIn> => ({ id, token: await app.signInAs(id) }),
  };
}

export type MergeWorld = Awaited<ReturnType<typeof startMergeWorld>>;
