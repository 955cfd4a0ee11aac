import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { everyDay, buildCarePoint, findCarePoint } from "@server/domains/care-points/index";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonModel } from "@server/domains/accounts/person.model";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { CarePointMergeModel } from "@server/domains/care-point-imports/merge.model";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { runJob } from "@test/support/jobs";
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
  await Promise.all([CarePointModel.deleteMany({}), CarePointMergeModel.deleteMany({})]);
  const regionId = site.communityId;
  keepId = (await buildCarePoint({ regionId, name: "春风社区食堂" }))._id;
  const services = ["meals", "day_care"] as const;
  const openingHours = everyDay({ opens: "08:00", closes: "17:00" });
  const other = { name: "春风社区老年食堂", creditCode: "91350100M000100Y43", kinds: ["day_care_station"] as const };
  goneId = (await buildCarePoint({ regionId, services, openingHours, ...other }))._id;
});
afterAll(() => app.close());

type Who = "officer" | "colleague" | "elsewhere" | "resident";

const propose = (who: Who = "officer", body: object = {}, key?: string) =>
  site.post(who, "/care-point-merges", { regionId: OFFICE, keepId, goneId, ...body }, key);
const proposed = async (): Promise<string> => (await propose()).body.data.id as string;
const answer = (who: Who, mergeId: string, word: "confirm" | "decline", key: string = randomUUID()) =>
  site.post(who, `/care-point-merges/${mergeId}/answers`, { answer: word }, key);
const desk = async (who: Who = "officer") =>
  (await site.get(who, `/care-point-merges?regionId=${OFFICE}`)).body.data as {
    merges: { id: string; state: string; isOwn: boolean; abilities: object }[];
    suspects: { keep: { carePointId: string }; gone: { carePointId: string }; metres: number }[];
  };

describe("two people make one entry of two", () => {
  test("the pair is suggested, one proposes, another agrees: nothing that the other had is lost", async () => {
    const { _id: cook } = await buildPerson(app.deps, {
      memberships: [{ carePointId: goneId, role: "care_point_staff" }],
    });
    const both = [
      { carePointId: goneId, role: "care_point_staff" },
      { carePointId: keepId, role: "care_point_manager" },
    ] as const;
    const { _id: manager } = await buildPerson(app.deps, { memberships: both });
    const [pair] = (await desk()).suspects;
    expect([pair?.keep.carePointId, pair?.gone.carePointId].sort()).toEqual([keepId, goneId].sort());
    const { status, body } = await propose();
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      state: "proposed",
      keep: { name: "春风社区食堂" },
      gone: { name: "春风社区老年食堂", services: "助餐、日间照料", kinds: "日间照料站" },
      isOwn: true,
      abilities: { confirm: false, decline: true },
      dueLabel: "11月25日 星期三",
    });
    expect(await desk("colleague")).toMatchObject({
      suspects: [],
      merges: [{ isOwn: false, abilities: { confirm: true, decline: true } }],
    });
    expect((await findCarePoint(goneId))?.withheld).toBeNull();

    const agreed = await answer("colleague", body.data.id as string, "confirm");
    expect(agreed.body.data).toMatchObject({ state: "merged", abilities: { confirm: false, decline: false } });
    expect(await findCarePoint(keepId)).toMatchObject({
      name: "春风社区食堂",
      formerNames: ["春风社区老年食堂"],
      services: ["meals", "day_care"],
      kinds: ["canteen", "day_care_station"],
      creditCode: "91350100M000100Y43",
      withheld: null,
    });
    expect((await findCarePoint(keepId))?.offerings[0]?.openingHours[0]?.opens).toBe("10:30");
    expect(await findCarePoint(goneId)).toMatchObject({ withheld: { why: "merged", mergedInto: keepId } });
    const roles = async (id: string) => (await PersonModel.findById(id).lean().orFail()).memberships;
    expect(await roles(cook)).toEqual([{ carePointId: keepId, role: "care_point_staff" }]);
    expect(await roles(manager)).toEqual([{ carePointId: keepId, role: "care_point_manager" }]);
    const entries = (await relayedChain(app)).filter(({ act }) => act.startsWith("care-point-merges."));
    expect(entries.map(({ act, actorId }) => [act, actorId])).toEqual(
      expect.arrayContaining([
        ["care-point-merges.propose-merge", site.people.officer],
        ["care-point-merges.answer-merge", site.people.colleague],
      ]),
    );
  });

  test("whoever proposed it cannot agree, not even twice at once beside the other", async () => {
    const id = await proposed();
    expect((await answer("officer", id, "confirm")).body.error.code).toBe("merge_own_proposal");
    const answers = await Promise.all([
      answer("officer", id, "confirm"),
      answer("officer", id, "confirm"),
      answer("colleague", id, "confirm"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 201]);
    expect(await CarePointMergeModel.findById(id).lean()).toMatchObject({ confirmedBy: site.people.colleague });
  });

  test("of yes and no at once one holds", async () => {
    const id = await proposed();
    const [yes, no] = await Promise.all([answer("colleague", id, "confirm"), answer("officer", id, "decline")]);
    expect([yes.status, no.status].sort()).toEqual([201, 409]);
    const isMerged = (await findCarePoint(goneId))?.withheld?.why === "merged";
    expect(isMerged).toBe(yes.status === 201);
  });

  test("the same key is the same act; with something else it is refused", async () => {
    const key = randomUUID();
    const first = await propose("officer", {}, key);
    expect((await propose("officer", {}, key)).body.data.id).toBe(first.body.data.id);
    const turned = await propose("officer", { keepId: goneId, goneId: keepId }, key);
    expect(turned.body.error.code).toBe("key_reused");
    const id = first.body.data.id as string;
    const again = randomUUID();
    await answer("colleague", id, "confirm", again);
    expect((await answer("colleague", id, "confirm", again)).body.data.state).toBe("merged");
    expect((await answer("colleague", id, "decline", again)).body.error.code).toBe("key_reused");
    expect((await findCarePoint(keepId))?.version).toBe(1);
  });
});

describe("what is refused", () => {
  test("an entry in two proposals; after a no it may be proposed again, but is not suggested", async () => {
    const { _id: third } = await buildCarePoint({ regionId: site.communityId, name: "另一处" });
    const id = await proposed();
    expect((await propose("colleague", { keepId: third })).body.error.code).toBe("merge_open");
    expect((await propose("colleague", { keepId: goneId, goneId: third })).body.error.code).toBe("merge_open");
    expect((await answer("officer", id, "decline")).body.data.state).toBe("declined");
    expect((await desk()).suspects).toEqual([]);
    expect((await propose("colleague")).status).toBe(201);
  });

  test("an entry with meals ahead stays; the other may go", async () => {
    await buildMenu(app, { carePointId: goneId, serviceDate: "2026-11-23" });
    expect((await propose()).body.error.code).toBe("merge_has_menus");
    const turned = await propose("officer", { keepId: goneId, goneId: keepId });
    expect(turned.status).toBe(201);
    await buildMenu(app, { carePointId: keepId, serviceDate: "2026-11-24" });
    const late = await answer("colleague", turned.body.data.id as string, "confirm");
    expect(late.body.error.code).toBe("merge_has_menus");
  });

  test("the same entry twice, one that is gone, one of another office", async () => {
    expect((await propose("officer", { goneId: keepId })).body.error.code).toBe("invalid_request");
    await answer("colleague", await proposed(), "confirm");
    const { _id: third } = await buildCarePoint({ regionId: site.communityId, name: "另一处" });
    expect((await propose("officer", { keepId: third })).body.error.code).toBe("merge_gone");
    const { _id: far } = await buildCarePoint({ regionId: "xinxiang-muye" });
    expect((await propose("officer", { goneId: far })).status).toBe(404);
    expect((await propose("officer", { goneId: "nobody" })).status).toBe(404);
  });

  test("anybody who does not work at the office", async () => {
    const id = await proposed();
    for (const who of ["elsewhere", "resident"] as const) {
      expect((await propose(who)).status).toBe(403);
      expect((await site.get(who, `/care-point-merges?regionId=${OFFICE}`)).status).toBe(403);
      expect((await site.get(who, `/care-point-merges/sides?regionId=${OFFICE}&name=a`)).status).toBe(403);
      expect((await answer(who, id, "confirm")).status).toBe(404);
    }
  });
});

test("a merge that broke off is finished by the job, once", async () => {
  const id = await proposed();
  // As a process leaves it that was killed right after the second person's yes.
  const agreed = { state: "confirmed", confirmedBy: site.people.colleague };
  await CarePointMergeModel.updateOne({ _id: id }, { $set: agreed });
  await runJob(app, "care-point-merges.finish");
  await runJob(app, "care-point-merges.finish");
  expect(await CarePointMergeModel.findById(id).lean()).toMatchObject({ state: "merged", isOpen: false });
  expect(await findCarePoint(keepId)).toMatchObject({ version: 1, services: ["meals", "day_care"] });
  expect(await findCarePoint(goneId)).toMatchObject({ version: 1, withheld: { mergedInto: keepId } });
});

test("entries are found by a part of their name, those that are gone are not", async () => {
  const names = async (name: string) => {
    const reply = await site.get(
      "officer",
      `/care-point-merges/sides?regionId=${OFFICE}&name=${encodeURIComponent(name)}`,
    );
    return (reply.body.data.sides as { name: string }[]).map((side) => side.name).sort();
  };
  expect(await names("食堂")).toEqual(["春风社区老年食堂", "春风社区食堂"]);
  await answer("colleague", await proposed(), "confirm");
  expect(await names("食堂")).toEqual(["春风社区食堂"]);
});
