import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { listening } from "../support/listening";
import type { SignedIn } from "../support/meals";
import { RECORD_BIRTH_DATE, startMergeWorld, type MergeWorld } from "../support/merge";
import { ensureWeappBuilt, WEAPP_BUILD_MS } from "../support/weapp-build";
import { openWeapp, type WeappPhone } from "../support/weapp-phone";

describe("the care point has her on record already, and she comes by WeChat", () => {
  let world: MergeWorld;
  let server: Awaited<ReturnType<typeof listening>>;
  let phone: WeappPhone;
  let recordId: string;

  beforeAll(async () => {
    await ensureWeappBuilt();
    world = await startMergeWorld();
    server = await listening(world.app.handler);
    recordId = await world.register();
    await buildMenu(world.app, { carePointId: world.carePointId });
  }, WEAPP_BUILD_MS);
  afterEach(() => phone.close());
  afterAll(async () => {
    await server.close();
    await world.app.close();
  });

  /** She has booked her first lunch, and WeChat vouches for a number that is the record's. */
  async function leaveNumber(name: string): Promise<SignedIn> {
    const she = await world.come(name);
    const { communityId } = world;
    await world.name(she, { preferredName: "王阿姨", birthDate: RECORD_BIRTH_DATE, communityId }).expect(200);
    phone = await openWeapp({
      address: `http://127.0.0.1:${server.port}`,
      loginCode: () => name,
      hasWechatSession: () => true,
      called: () => undefined,
    });
    await phone.tap("订明天午饭");
    await phone.tap("订这份");
    await phone.tap("确定");
    await phone.see("留个手机号？");
    await phone.report("用微信的手机号", "getphonenumber", { code: "a-code", errMsg: "getPhoneNumber:ok" });
    await phone.see("照护点登记过一位王阿姨，1948年生，是您吗？");
    return she;
  }
  const holders = async () => (await PortionModel.find({ active: true }).lean()).map(({ elder }) => elder);

  test("不是我: the two stay two, the number stays with the record, her lunch stays hers", async () => {
    const she = await leaveNumber("somebody-else");
    await phone.tap("不是我");
    await phone.seeNoMore("留个手机号？");
    expect((await PersonModel.findById(she.id).lean().orFail()).phone).toBeNull();
    expect((await PersonModel.findById(recordId).lean().orFail()).phone).not.toBeNull();
    expect(await holders()).toEqual([she.id]);
    expect(phone.faults()).toEqual([]);
  });

  test("是我: with the birth date of the record, not with another, her lunch is the record's and home knows her", async () => {
    await PortionModel.updateMany({ active: true }, { $unset: { active: 1 } });
    const she = await leaveNumber("herself");
    const [year = "", month = "", day = ""] = RECORD_BIRTH_DATE.split("-").map((part) => String(Number(part)));
    await phone.type("年", year);
    await phone.type("月", month);
    await phone.type("日", String(Number(day) + 1));
    await phone.tap("是我");
    await phone.see("对不上");
    expect(await holders()).toEqual([she.id]);
    await phone.type("日", day);
    await phone.tap("是我");
    await phone.seeNoMore("留个手机号？");
    expect(await holders()).toEqual([recordId]);
    await phone.tap("回首页");
    await phone.see("明天午饭已订好");
    expect((await world.come("herself")).id).toBe(recordId);
    expect(phone.faults()).toEqual([]);
  });
});
