import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { applyRows } from "@server/domains/care-point-imports/apply-rows";
import { ImportRowModel } from "@server/domains/care-point-imports/import.model";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, findCarePoint } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "@test/support/app";
import { importRow } from "@test/support/import-generator";
import { buildImportSite, goodRow, type ImportSite } from "./import-site";

let app: TestApp;
let site: ImportSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildImportSite(app);
});
beforeEach(async () => {
  await CarePointModel.deleteMany({});
});
afterAll(() => app.close());

const ROWS = 60;

/** Fails from a write of a row's mark on, as a process that is killed there. */
async function killedAfter(marks: number): Promise<void> {
  const updateOne = ImportRowModel.updateOne.bind(ImportRowModel);
  let left = marks;
  ImportRowModel.updateOne = ((...args: Parameters<typeof ImportRowModel.updateOne>) => {
    left -= 1;
    if (left < 0) throw new Error("killed");
    return updateOne(...args);
  }) as typeof ImportRowModel.updateOne;
  try {
    await expect(applyRows(app.deps)).rejects.toThrow("killed");
  } finally {
    ImportRowModel.updateOne = updateOne;
  }
}

test("killed between an entry and its mark, again and again, each row is applied once", async () => {
  const { _id: known } = await buildCarePoint({ regionId: site.communityId, name: "老名字" });
  const rows = Array.from({ length: ROWS }, (_, n) => importRow(n));
  const { id } = await site.check([...rows, goodRow({ ownId: known, name: "新名字" })]);
  await site.apply(id, "all");
  for (const marks of [0, 7, 33]) await killedAfter(marks);
  await applyRows(app.deps);
  await applyRows(app.deps);
  const { data } = (await site.get("officer", `/care-point-imports/${id}`)).body;
  expect(data).toMatchObject({ state: "done", counts: { applied: ROWS + 1, ready: 0, failed: 0 } });
  expect(await CarePointModel.countDocuments({})).toBe(ROWS + 1);
  expect(await CarePointModel.countDocuments({ version: 0 })).toBe(ROWS);
  expect(await findCarePoint(known)).toMatchObject({ name: "新名字", formerNames: ["老名字"], version: 1 });
});

test("two processes at once apply each row once", async () => {
  const rows = Array.from({ length: ROWS }, (_, n) => importRow(n));
  const { id } = await site.check(rows);
  await site.apply(id, "all");
  await Promise.all([applyRows(app.deps), applyRows(app.deps)]);
  expect(await CarePointModel.countDocuments({})).toBe(ROWS);
  expect(await CarePointModel.countDocuments({ version: 0 })).toBe(ROWS);
});

test("an entry that was merged meanwhile is not changed, and the row says so", async () => {
  const { _id } = await buildCarePoint({ regionId: site.communityId });
  const { id } = await site.check([goodRow({ ownId: _id })]);
  await site.apply(id, "all");
  const withheld = { since: "2026-11-22", why: "merged", mergedInto: "another" };
  await CarePointModel.updateOne({ _id }, { $set: { withheld } });
  await applyRows(app.deps);
  const [row] = await site.rows(id, "failed");
  expect(row).toMatchObject({ row: 2, state: "failed" });
  expect((await findCarePoint(_id))?.name).toBe("春风社区食堂");
});
