import { randomUUID } from "node:crypto";
import type { Import, ImportRow, RowFilter } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCommunity } from "@server/domains/regions/index";
import type { TestApp } from "@test/support/app";
import { csvOf, type ImportCells } from "@test/support/import-generator";
import { runJob } from "@test/support/jobs";

export const OFFICE = "xinxiang-hongqi";
export const APPLY = "care-point-imports.apply-rows";

/** A row in which nothing is wrong. */
export const goodRow = (cells: ImportCells = {}): ImportCells => ({
  name: "向阳社区老年食堂",
  kinds: "老年食堂",
  services: "助餐",
  region: "春风街道 春风社区",
  address: "向阳路 3 号",
  phone: "0373-5550123",
  latitude: "35.301",
  longitude: "113.881",
  ...cells,
});

/** An office with two who work there, one elsewhere, and what they send. */
export async function buildImportSite(app: TestApp) {
  const { _id: communityId } = await buildCommunity();
  const working = async (regionId: string) => (await buildPerson(app.deps, { offices: [{ regionId }] }))._id;
  const people = {
    officer: await working(OFFICE),
    colleague: await working(OFFICE),
    elsewhere: await working("xinxiang-muye"),
    resident: (await buildPerson(app.deps, { communityId }))._id,
  };
  const token = (who: Who) => app.signInAs(people[who]);
  const get = async (who: Who, path: string) =>
    app.request.get(`/api${path}`).set("Authorization", `Bearer ${await token(who)}`);
  const post = async (who: Who, path: string, body: object, key: string = randomUUID()) =>
    app.request
      .post(`/api${path}`)
      .set("Authorization", `Bearer ${await token(who)}`)
      .set("Idempotency-Key", key)
      .send(body);

  const upload = async (bytes: string | Buffer, options: Uploading = {}) => {
    const { who = "officer", name = "点位.csv", datum = "wgs84", key = randomUUID(), regionId = OFFICE } = options;
    return app.request
      .post(`/api/care-point-imports?regionId=${regionId}&datum=${datum}`)
      .set("Authorization", `Bearer ${await token(who)}`)
      .set("Idempotency-Key", key)
      .attach("file", Buffer.from(bytes as string), { filename: name, contentType: "text/csv" });
  };
  const check = async (rows: readonly ImportCells[], options?: Uploading): Promise<Import> =>
    (await upload(csvOf(rows), options).then((reply) => reply.body.data)) as Import;
  const rows = async (importId: string, show: RowFilter): Promise<ImportRow[]> =>
    (await get("officer", `/care-point-imports/${importId}/rows?show=${show}`)).body.data.rows as ImportRow[];
  const decide = (importId: string, row: number, sameAs: string | null, who: Who = "officer") =>
    post(who, `/care-point-imports/${importId}/rows/${row}/decisions`, { sameAs });
  const apply = (importId: string, mode: "all" | "good_only", who: Who = "officer") =>
    post(who, `/care-point-imports/${importId}/applications`, { mode });
  const applied = async (importId: string, mode: "all" | "good_only" = "all"): Promise<Import> => {
    await apply(importId, mode);
    await runJob(app, APPLY);
    return (await get("officer", `/care-point-imports/${importId}`)).body.data as Import;
  };
  return { communityId, people, get, post, upload, check, rows, decide, apply, applied };
}

export type ImportSite = Awaited<ReturnType<typeof buildImportSite>>;
type Who = "officer" | "colleague" | "elsewhere" | "resident";

interface Uploading {
  readonly who?: Who;
  readonly name?: string;
  readonly datum?: "wgs84" | "gcj02" | "bd09";
  readonly key?: string;
  readonly regionId?: string;
}
