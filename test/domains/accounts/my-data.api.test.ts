import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { MINUTE, runJob } from "@test/support/jobs";
import { AccountDeletionModel } from "@server/domains/accounts/account-deletion.model";
import { deleteAccount } from "@server/domains/accounts/delete-account";
import { PersonModel } from "@server/domains/accounts/person.model";
import { CareNotesModel } from "@server/domains/care-notes/care-notes.model";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { familyClient } from "@test/support/family";
import { mealsClient, wishFor } from "@test/support/meals";
import { buildFullLife, collectionsWith, hers, myDataClient } from "@test/support/my-data";

let app: TestApp;
let client: ReturnType<typeof myDataClient>;
let life: Awaited<ReturnType<typeof buildFullLife>>;
// A database each: values that must be nowhere may have been nobody else's.
beforeEach(async () => {
  app = await startApp();
  client = myDataClient(app);
  life = await buildFullLife(app);
  await relayedChain(app);
});
afterEach(() => app.close());

describe("what is kept about me", () => {
  test("is shown in groups and words", async () => {
    const { status, body } = await client.read(life.elder);
    expect(status).toBe(200);
    const { groups, fileName, madeAt } = body.data as {
      groups: { title: string; rows: { label: string; text: string }[] }[];
      fileName: string;
      madeAt: string;
    };
    expect(groups.map(({ title }) => title)).toEqual(["我的资料", "登录", "消息", "家人", "过敏和忌口", "订餐"]);
    const rows = groups.flatMap((group) => group.rows);
    const textOf = (label: string) => rows.find((row) => row.label === label)?.text;
    expect(textOf("称呼")).toBe(hers.preferredName);
    expect(textOf("生日")).toBe("1943年7月19日");
    expect(textOf("手机号")).toBe(hers.phone);
    expect(textOf("微信登录")).toBe("用过");
    expect(textOf("过敏")).toBe("大豆");
    expect(textOf("忌口")).toBe("少盐");
    expect(textOf("女儿小敏")).toContain("起，到");
    expect(textOf("2026年11月23日 星期一 午饭")).toContain("红烧豆腐套餐，6 元，已订");
    expect([fileName, madeAt]).toEqual(["一刻-我的资料-2026-11-22.json", "2026-11-22T02:00:00.000Z"]);
  });

  test("names what was cancelled beside what stands and what was eaten", async () => {
    const meals = mealsClient(app);
    const dinner = await buildMenu(app, { carePointId: life.menu.carePointId, meal: "dinner" });
    const { body: booked } = await meals.book(life.elder, wishFor(life.elder, dinner));
    await meals.cancel(life.elder, booked.data.id as string).expect(200);
    const { body } = await client.read(life.elder);
    const { rows } = body.data.groups.find(({ title }: { title: string }) => title === "订餐");
    expect(rows.map(({ label, text }: { label: string; text: string }) => [label, text.split("，").at(-1)])).toEqual([
      ["2026年11月23日 星期一 午饭", "已订"],
      ["2026年11月23日 星期一 晚饭", "已取消"],
    ]);
    const whole = JSON.parse(body.data.json as string) as Record<string, { id: string; state: string }[]>;
    expect(whole["订餐"]?.map(({ state }) => state)).toEqual(["booked", "cancelled"]);
  });

  test("is one JSON text that a program reads, and holds nothing of others' secrets", async () => {
    const { body } = await client.read(life.elder);
    const whole = JSON.parse(body.data.json as string) as Record<string, unknown>;
    expect(whole["我的资料"]).toMatchObject({ phone: hers.phone, birthDate: hers.birthDate });
    expect(whole["过敏和忌口"]).toMatchObject({ allergens: ["soybean"], consent: { version: "2026-11" } });
    expect(JSON.stringify(whole)).not.toMatch(/outbox|searchKeys|phoneIndex|codeIndex/);
  });

  test("is hers alone: her daughter sees her own", async () => {
    const { text } = await client.read(life.daughter);
    for (const value of [hers.phone, hers.birthDate, "1943年7月19日", "大豆"]) expect(text).not.toContain(value);
  });
});

/** The relay takes what waits, and the job looks again after a minute. */
async function settle(): Promise<void> {
  await relayedChain(app);
  app.clock.advance(MINUTE);
  await runJob(app, "my-data.finish-deletions");
}

describe("leaving", () => {
  test("is asked for in so many words", async () => {
    for (const body of [{}, { isCertain: false }]) expect((await client.leave(life.elder, body)).status).toBe(422);
    expect(await PersonModel.exists({ _id: life.elder.id })).not.toBeNull();
  });

  test("is not for who works at a care point", async () => {
    const cook = await familyClient(app).somebody({
      memberships: [{ carePointId: life.menu.carePointId, role: "care_point_staff" }],
    });
    expect((await client.leave(cook)).body.error.code).toBe("forbidden");
  });

  test("cancels what is ahead: the portion is free for somebody else at once", async () => {
    const [other, meals] = [await familyClient(app).elder(), mealsClient(app)];
    expect((await meals.book(other, wishFor(other, life.menu))).body.error.code).toBe("meal_sold_out");
    expect((await client.leave(life.elder)).body.data).toEqual({ deleted: true });
    expect((await meals.book(other, wishFor(other, life.menu))).status).toBe(201);
  });

  test("also a meal that can no longer be cancelled, while it is served", async () => {
    app.clock.set("2026-11-23T03:40:00.000Z");
    await client.leave({ ...life.elder, token: await app.signInAs(life.elder.id) });
    expect(await collectionsWith(`"bookingId":"${life.bookingId}","fingerprint"`)).toEqual(["portions"]);
    expect(
      (await relayedChain(app)).filter(({ subject }) => subject.id === life.bookingId).map(({ act }) => act),
    ).toEqual(["meals.book-meal", "my-data.delete-account"]);
    app.clock.set("2026-11-22T02:00:00.000Z");
  });

  test("ends every session and every way back in", async () => {
    const second = { ...life.elder, token: await app.signInAs(life.elder.id) };
    await client.leave(life.elder);
    for (const session of [life.elder, second]) expect((await client.read(session)).status).toBe(401);
    expect(await collectionsWith(hers.openid)).toEqual([]);
  });

  test("ends what her daughter could do for her, and tells her so without a name", async () => {
    await client.leave(life.elder);
    const wish = wishFor(life.elder, life.menu);
    expect((await mealsClient(app).book(life.daughter, wish)).body.error.code).toBe("not_found");
    await relayedChain(app);
    const inbox = await app.request.get("/api/notices").set("Authorization", `Bearer ${life.daughter.token}`);
    expect(inbox.text).toContain("家人");
    expect(inbox.text).not.toContain(hers.preferredName);
  });

  test("leaves no value of hers in any collection, sealed or plain (R-X5)", async () => {
    const person = await PersonModel.findById(life.elder.id).lean().orFail();
    const notes = await CareNotesModel.findById(life.elder.id).lean().orFail();
    const values = [
      ...[hers.preferredName, hers.phone, hers.birthDate, hers.openid, "murongapo"],
      ...[person.phone, person.birthDate, person.phoneIndex, person.phoneTailIndex, notes.notes],
      app.deps.sealer.blindIndex("identities.wechat-openid", hers.openid),
    ].map((value) => value ?? "absent");
    expect((await collectionsWith(hers.preferredName)).length).toBeGreaterThan(0);
    await client.leave(life.elder);
    await settle();
    for (const value of values) expect([value, await collectionsWith(value)]).toEqual([value, []]);
    expect(await AccountDeletionModel.findById(life.elder.id).lean()).toMatchObject({ state: "done" });
  });

  test("leaves her pseudonym in the audit, in the canteen's record and in the proof of it, and nowhere else", async () => {
    await client.leave(life.elder);
    await settle();
    await settle();
    expect(await collectionsWith(life.elder.id)).toEqual(["account_deletions", "audit_entries", "portions"]);
    const acts = (await relayedChain(app)).filter(({ actorId }) => actorId === life.elder.id).map(({ act }) => act);
    expect(acts.filter((act) => act === "my-data.delete-account")).toHaveLength(2);
  });

  test("keeps what the audit has not taken yet until it has", async () => {
    await client.leave(life.elder);
    // No relay so far: the bond's end is not told.
    await runJob(app, "my-data.finish-deletions");
    expect(await collectionsWith(life.elder.id)).toContain("bonds");
    await settle();
    expect(await collectionsWith(life.elder.id)).not.toContain("bonds");
  });
});

describe("a deletion that breaks off", () => {
  const parts = () => app.deps.personalData().length;
  /** The process dies before this part. */
  const dyingBefore = (part: number) => ({
    ...app.deps,
    personalData: () =>
      app.deps
        .personalData()
        .map((data, place) => (place === part ? { ...data, erase: () => Promise.reject(new Error("killed")) } : data)),
  });

  test("is finished by the person's repeat, wherever it broke off", async () => {
    expect(parts()).toBeGreaterThanOrEqual(5);
    for (let part = 0; part < parts(); part += 1) {
      const { elder } = part === 0 ? life : await buildFullLife(app);
      await relayedChain(app);
      await expect(deleteAccount(dyingBefore(part), elder.id)).rejects.toThrow("killed");
      expect([part, (await client.leave(elder)).status]).toEqual([part, 200]);
      await settle();
      expect([part, await collectionsWith(hers.phone), await PersonModel.exists({ _id: elder.id })]).toEqual([
        part,
        [],
        null,
      ]);
    }
  });

  test("is finished by the job when nobody repeats it", async () => {
    for (let part = 0; part < parts(); part += 1) {
      const { elder } = part === 0 ? life : await buildFullLife(app);
      await expect(deleteAccount(dyingBefore(part), elder.id)).rejects.toThrow("killed");
      await settle();
      await settle();
      expect([part, await PersonModel.exists({ _id: elder.id })]).toEqual([part, null]);
      expect(await AccountDeletionModel.findById(elder.id).lean()).toMatchObject({ state: "done" });
    }
  });

  test("is one entry of the audit, however often it is asked", async () => {
    await expect(deleteAccount(dyingBefore(2), life.elder.id)).rejects.toThrow("killed");
    await client.leave(life.elder);
    await settle();
    const entries = (await relayedChain(app)).filter(
      ({ act, subject }) => act === "my-data.delete-account" && subject.id === life.elder.id,
    );
    expect(entries).toHaveLength(1);
  });
});
