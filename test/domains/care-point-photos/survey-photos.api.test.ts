import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { startApp, type TestApp } from "@test/support/app";
import { OFFICE, type Who } from "../care-point-records/record-site";
import { buildPhotoSite, freshPicture, keptFiles } from "./photo-site";

let app: TestApp;
let site: Awaited<ReturnType<typeof buildPhotoSite>>;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  site = await buildPhotoSite(app);
});
afterAll(() => app.close());

const pathOf = (mealPointId: string, regionId: string = OFFICE) => `/offices/${regionId}/meal-points/${mealPointId}`;
const add = (who: Who | null, { mealPointId = "a-point", ...sending }: { mealPointId?: string; bytes?: Buffer } = {}) =>
  site.add(who, { ...sending, path: `${pathOf(mealPointId)}/photos`, caption: "厨房" });
const list = async (who: Who, mealPointId = "a-point", regionId?: string) =>
  site.get(who, `${pathOf(mealPointId, regionId)}/photos`);
const shown = async (mealPointId?: string) => (await list("officer", mealPointId)).body.data.photos as Photo[];

describe("the pictures of a survey", () => {
  test("are the office's that surveys, and nobody else's", async () => {
    expect((await add("officer")).status).toBe(201);
    expect(await shown()).toMatchObject([{ caption: "厨房" }]);
    for (const who of ["manager", "cook", "elder", "otherOfficer"] as const) {
      expect((await add(who)).status).toBe(403);
      expect((await list(who)).status).toBe(403);
    }
    expect((await add(null)).status).toBe(401);
    expect(await site.list()).toEqual([]);
  });

  test("one original serves an office once, whatever point it is said to show (R-P2)", async () => {
    const bytes = await freshPicture();
    expect((await add("officer", { bytes })).status).toBe(201);
    const again = await add("officer", { bytes, mealPointId: "another-point" });
    expect([again.status, again.body.error.code]).toEqual([409, "photo_known"]);
    expect(await keptFiles()).toEqual({ whole: 2, pieces: 2 });
  });

  test("of one point are none of another's, nor of another office's point by the same id", async () => {
    await add("officer");
    expect(await shown("another-point")).toEqual([]);
    const other = await list("otherOfficer", "a-point", "xinxiang-muye");
    expect(other.body.data.photos).toEqual([]);
  });

  test("a link is good for whoever was given it, while she is signed in, and for nobody with another's", async () => {
    await add("officer");
    const links = async () => {
      const token = await app.signInAs(site.people.officer);
      const answer = await app.request.get(`/api${pathOf("a-point")}/photos`).set("Authorization", `Bearer ${token}`);
      const [photo] = answer.body.data.photos as Photo[];
      return { token, small: photo?.small ?? "", large: photo?.large ?? "" };
    };
    const [mine, another] = [await links(), await links()];
    const ask = async (path: string) => (await app.request.get(path)).status;
    const { headers } = await app.request.get(mine.large);
    expect(headers["cache-control"]).toBe("private, no-cache");
    const readerOf = (link: string) => new URL(link, "https://a.cn").searchParams.get("reader") ?? "";
    const forged = [
      mine.large.replace(/\?.*$/, ""),
      mine.large.replace(readerOf(mine.large), ""),
      mine.large.replace(readerOf(mine.large), readerOf(another.large)),
      `${mine.large}&reader=${readerOf(another.large)}`,
    ];
    for (const path of forged) expect({ path, status: await ask(path) }).toEqual({ path, status: 404 });

    await app.request.post("/api/accounts/sign-out").set("Authorization", `Bearer ${mine.token}`).send({}).expect(200);
    expect([await ask(mine.small), await ask(mine.large)]).toEqual([404, 404]);
    expect(await ask(another.large)).toBe(200);
  });

  test("can be taken away", async () => {
    const { body } = await add("officer");
    const removal = `${pathOf("a-point")}/photo-removals`;
    const stranger = await site.post("otherOfficer", removal, { photoId: body.data.id });
    expect(stranger.status).toBe(403);
    const gone = await site.post("officer", removal, { photoId: body.data.id });
    expect([gone.status, gone.body.data.photos]).toEqual([200, []]);
    expect((await app.request.get(body.data.large as string)).status).toBe(404);
  });
});
