import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { limitDefaults } from "@server/core/limits/limits";
import { PhotoModel } from "@server/domains/care-point-photos/photo.model";
import { tidyPhotos } from "@server/domains/care-point-photos/photos.jobs";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { sentPictures } from "@test/support/hostile-pictures";
import { buildPhotoSite, files, freshPicture, keptFiles } from "./photo-site";

const DAY = 24 * 60 * 60_000;
let app: TestApp;
let site: Awaited<ReturnType<typeof buildPhotoSite>>;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  site = await buildPhotoSite(app);
});
afterAll(() => app.close());

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];

describe("the pictures of a care point", () => {
  test("are added by its manager and by its district's office, and everybody sees them in their order", async () => {
    await site.added("manager", { caption: "门口有坡道" });
    await site.added("officer", { caption: "餐厅" });
    const photos = await site.list();
    expect(photos.map(({ caption }) => caption)).toEqual(["门口有坡道", "餐厅"]);
    for (const { small, large, width, height } of photos) {
      expect(width).toBeGreaterThan(height);
      for (const link of [small, large]) {
        const { status, headers } = await app.request.get(link);
        expect([status, headers["content-type"]]).toEqual([200, "image/jpeg"]);
      }
    }
  });

  test.each(["cook", "elder", "otherOfficer"] as const)("are none of the business of: %s", async (who) => {
    const { id } = await site.added();
    expect(codeOf(await site.add(who))).toEqual([403, "forbidden"]);
    expect(codeOf(await site.order(who, [id]))).toEqual([403, "forbidden"]);
    expect(codeOf(await site.remove(who, id))).toEqual([403, "forbidden"]);
    expect(codeOf(await site.add(null))).toEqual([401, "sign_in_required"]);
    expect(await site.list()).toHaveLength(1);
  });

  test("one request sent three times adds one, and something else under its key is refused", async () => {
    const sending = { key: randomUUID(), bytes: await freshPicture() };
    const answers = [];
    for (let times = 0; times < 3; times += 1) answers.push(await site.add("manager", sending));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(codeOf(await site.add("manager", { ...sending, caption: "厨房" }))).toEqual([422, "key_reused"]);
    expect(codeOf(await site.add("manager", { ...sending, bytes: await freshPicture() }))).toEqual([422, "key_reused"]);
    expect(await keptFiles()).toEqual({ whole: 2, pieces: 2 });
  });

  test("the same picture serves once, also of two requests at once", async () => {
    const bytes = await freshPicture();
    const both = await Promise.all([site.add("manager", { bytes }), site.add("officer", { bytes })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.map(({ body }) => body.error?.code)).toContain("photo_known");
    expect(await keptFiles()).toEqual({ whole: 2, pieces: 2 });
    // Taken away, it may come back.
    await site.remove("manager", (await site.list())[0]?.id ?? "");
    expect((await site.add("manager", { bytes })).status).toBe(201);
  });

  test("are nine at most, also of many requests at once", async () => {
    for (let count = 0; count < 6; count += 1) await site.added();
    const rush = await Promise.all(Array.from({ length: 6 }, () => site.add("manager")));
    expect(rush.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const answer of rush.filter(({ status }) => status !== 201))
      expect(codeOf(answer)).toEqual([409, "photos_full"]);
    const photos = await site.list();
    expect(photos).toHaveLength(9);
    await site.remove("manager", photos[4]?.id ?? "");
    expect((await site.add("manager")).status).toBe(201);
  });

  test("come in the order that was said, and only all of them can be ordered", async () => {
    const [a, b, c] = [await site.added(), await site.added(), await site.added()];
    const ids = async () => (await site.list()).map(({ id }) => id);
    expect((await site.order("manager", [c.id, a.id, b.id])).status).toBe(200);
    expect(await ids()).toEqual([c.id, a.id, b.id]);
    const d = await site.added();
    expect(await ids()).toEqual([c.id, a.id, b.id, d.id]);
    for (const wrong of [[a.id, b.id], [a.id, b.id, c.id, c.id], [a.id, b.id, c.id, "another"], []]) {
      expect(codeOf(await site.order("manager", wrong))).toEqual([409, "state_changed"]);
    }
    expect(await ids()).toEqual([c.id, a.id, b.id, d.id]);
  });

  test("one that is taken away is gone with its files, and taking it away again is fine", async () => {
    const { id, large } = await site.added();
    expect((await site.remove("manager", id)).body.data.photos).toEqual([]);
    expect((await app.request.get(large)).status).toBe(404);
    expect(await keptFiles()).toEqual({ whole: 0, pieces: 0 });
    expect((await site.remove("manager", id)).status).toBe(200);
    expect(codeOf(await site.remove("manager", "another"))).toEqual([404, "not_found"]);
  });

  test("another care point's picture cannot be taken away from here", async () => {
    const other = await buildPhotoSite(app);
    const { id } = await other.added();
    expect(codeOf(await site.remove("manager", id))).toEqual([404, "not_found"]);
    expect(codeOf(await site.remove("officer", id))).toEqual([404, "not_found"]);
    expect(await other.list()).toHaveLength(1);
  });

  test("links end; a new look brings new ones", async () => {
    const { small } = await site.added();
    app.clock.advance(60 * 60_000);
    expect((await app.request.get(small)).status).toBe(404);
    expect((await app.request.get((await site.list())[0]?.small ?? "")).status).toBe(200);
  });

  test("no file that is refused leaves anything behind", async () => {
    const bad = (await sentPictures()).filter(({ isTaken }) => !isTaken);
    for (const { name, bytes } of bad) {
      const [status, code] = codeOf(await site.add("manager", { bytes }));
      const isTooLarge = bytes.length > 5 * 1024 * 1024;
      expect({ name, status, code }).toEqual({
        name,
        ...(isTooLarge ? { status: 413, code: "file_too_large" } : { status: 422, code: "photo_refused" }),
      });
    }
    expect(await PhotoModel.countDocuments()).toBe(0);
    expect(await keptFiles()).toEqual({ whole: 0, pieces: 0 });
  });

  test("the audit has who did what", async () => {
    const { id } = await site.added("officer");
    await site.order("manager", [id]);
    await site.remove("manager", id);
    const acts = (await relayedChain(app)).filter(({ carePointId }) => carePointId === site.carePointId);
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ["care-point-photos.add-photo", site.people.officer],
      ["care-point-photos.order-photos", site.people.manager],
      ["care-point-photos.remove-photo", site.people.manager],
    ]);
  });
});

describe("what is tidied away", () => {
  const dying = async () => {
    await site.added();
    const photo = await PhotoModel.findOne().lean().orFail();
    await PhotoModel.updateOne({ _id: photo._id }, { $set: { state: "storing" }, $unset: { outbox: 1 } });
    return photo;
  };

  test("what a writer that died had begun, files and place", async () => {
    const { files: written } = await dying();
    expect(await site.list()).toEqual([]);
    await tidyPhotos(app.deps);
    expect(await keptFiles()).toEqual({ whole: 2, pieces: 2 });
    app.clock.advance(5 * 60_000 + 1);
    await tidyPhotos(app.deps);
    expect(await PhotoModel.countDocuments()).toBe(0);
    expect(await files.open(written.large)).toBeNull();
    expect(await keptFiles()).toEqual({ whole: 0, pieces: 0 });
  });

  test("what was taken away, once the audit has it", async () => {
    const { id } = await site.added();
    await site.remove("manager", id);
    app.clock.advance(1);
    await tidyPhotos(app.deps);
    expect(await PhotoModel.countDocuments()).toBe(1);
    await relayedChain(app);
    await tidyPhotos(app.deps);
    expect(await PhotoModel.countDocuments()).toBe(0);
  });

  test("nothing that is shown", async () => {
    await site.added();
    await relayedChain(app);
    app.clock.advance(30 * DAY);
    await tidyPhotos(app.deps);
    expect(await site.list()).toHaveLength(1);
    expect(await keptFiles()).toEqual({ whole: 2, pieces: 2 });
  });
});

test("a manager who leaves is forgotten, the picture stays the place's", async () => {
  await site.added();
  await relayedChain(app);
  const photos = app.deps.personalData().find(({ collections }) => collections.includes("care_point_photos"));
  const leaving = { personId: site.people.manager, now: app.clock.now() };
  expect(await photos?.exportOf(site.people.manager)).toMatchObject([
    { title: "我传的照片", rows: [{ text: "门口" }] },
  ]);
  expect(await photos?.erase(leaving)).toBe("gone");
  expect(await photos?.exportOf(site.people.manager)).toEqual([]);
  expect(await site.list()).toHaveLength(1);
});

test("sixty attempts a person and day, taken or not", async () => {
  await app.close();
  app = await startApp({ limits: { photo: { ...limitDefaults.photo, points: 3 } } });
  site = await buildPhotoSite(app);
  expect(limitDefaults.photo).toEqual({ points: 60, seconds: DAY / 1_000 });
  await site.added();
  for (const bytes of [Buffer.from("a"), Buffer.from("b")]) await site.add("manager", { bytes });
  expect(codeOf(await site.add("manager"))).toEqual([429, "slow_down"]);
  expect((await site.add("officer")).status).toBe(201);
});
