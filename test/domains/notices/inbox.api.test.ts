import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildNotice } from "@server/domains/notices/notices.builders";
import { startApp, type TestApp } from "@test/support/app";
import { buildLunchWorld, type LunchWorld } from "@test/support/lunch-world";

let app: TestApp;
let world: LunchWorld;
beforeAll(async () => {
  app = await startApp();
  world = await buildLunchWorld(app);
});
afterAll(() => app.close());

/** Somebody with an empty inbox, and her ways to it. */
async function reader() {
  const { _id: personId } = await buildPerson(app.deps);
  const token = await app.signInAs(personId);
  const bearer = `Bearer ${token}`;
  const list = async (cursor = "") => {
    const { body } = await app.request.get(`/api/notices${cursor}`).set("Authorization", bearer).expect(200);
    return body.data as {
      notices: { id: string; title: string; isRead: boolean }[];
      unread: number;
      nextCursor: string;
    };
  };
  const read = async (noticeIds: readonly string[]) => {
    const call = app.request.post("/api/notices/read").set("Authorization", bearer).send({ noticeIds });
    return (await call.expect(200)).body.data as { unread: number };
  };
  const tell = (key?: string) =>
    buildNotice(app, { personId, carePointId: world.canteen._id, ...(key === undefined ? {} : { key }) });
  return { personId, list, read, tell };
}

describe("the inbox", () => {
  test("says in whole sentences what happened, why, and where else one can eat", async () => {
    const { list, tell } = await reader();
    await tell();
    const [notice] = (await list()).notices;
    expect(notice).toMatchObject({
      title: "食堂取消了这一餐",
      sentence:
        "11月23日 星期一 午饭，红旗社区食堂的红烧豆腐套餐，因为停水不能做了，已替您取消，不收钱。最近还有春风食堂做这一餐，走 8 分钟，电话 0373-5550102。",
      isRead: false,
      carePointName: world.canteen.name,
      carePointPhone: world.canteen.phone,
    });
  });

  test("R-N1: what is told twice, also at once, is shown once", async () => {
    const { list, tell } = await reader();
    await Promise.all([tell("the-event"), tell("the-event"), tell("the-event")]);
    await tell("the-event");
    expect((await list()).notices).toHaveLength(1);
  });

  test("goes from the latest to the oldest, page by page, each notice once", async () => {
    const { list, tell } = await reader();
    for (let count = 0; count < 23; count += 1) {
      await tell(`event-${count}`);
      if (count % 2 === 0) app.clock.advance(60_000);
    }
    const first = await list();
    const second = await list(`?cursor=${first.nextCursor}`);
    expect([first.notices.length, second.notices.length, second.nextCursor]).toEqual([20, 3, null]);
    expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(23);
    expect(first.unread).toBe(23);
  });

  test("keeps what was read, and counts what was not", async () => {
    const { list, read, tell } = await reader();
    await tell("one");
    await tell("two");
    const [latest] = (await list()).notices;
    expect(await read([latest?.id ?? ""])).toEqual({ unread: 1 });
    expect(await read([latest?.id ?? ""])).toEqual({ unread: 1 });
    expect((await list()).notices.filter(({ isRead }) => isRead).map(({ id }) => id)).toEqual([latest?.id]);
  });

  test("is nobody else's: a stranger neither sees a notice nor marks it as read", async () => {
    const [she, stranger] = [await reader(), await reader()];
    await she.tell();
    const [notice] = (await she.list()).notices;
    expect((await stranger.list()).notices).toEqual([]);
    await stranger.read([notice?.id ?? ""]);
    expect((await she.list()).unread).toBe(1);
  });

  test("a cursor of nobody's making is a fault of the request", async () => {
    const { personId } = await reader();
    const call = app.request
      .get("/api/notices?cursor=bm90LW1pbmU")
      .set("Authorization", `Bearer ${await app.signInAs(personId)}`);
    expect((await call.expect(422)).body.error).toMatchObject({
      code: "invalid_request",
      fields: [{ path: "query.cursor" }],
    });
  });
});
