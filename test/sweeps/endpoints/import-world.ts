import { randomUUID } from "node:crypto";
import { importColumnKeys, importColumns, MAX_ROWS } from "@shared/domains/care-point-imports/import-columns";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { applyImport } from "@server/domains/care-point-imports/apply-import";
import { checkImport } from "@server/domains/care-point-imports/check-import";
import type { ImportDocument } from "@server/domains/care-point-imports/import.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { findRegion } from "@server/domains/regions/index";
import { zipBomb } from "@test/support/zip-file";
import type { Examples, SentFile } from "./example-shapes";
import type { World } from "./world";

const OFFICE = "xinxiang-hongqi";
const HEAD = importColumnKeys.map((key) => importColumns[key].word);
const GOOD = [
  "",
  "向阳食堂",
  "老年食堂",
  "助餐",
  "春风社区",
  "向阳路 3 号",
  "13812345678",
  "35.31",
  "113.89",
  "",
  "",
  "",
];
const BAD = GOOD.map((cell) => (cell === "35.31" ? "三十五" : cell));

const fileOf = (text: string | Buffer, name = "点位.csv"): SentFile => ({
  name,
  type: "text/csv",
  bytes: Buffer.from(text as string),
});
const tableOf = (...rows: readonly string[][]) => fileOf([HEAD, ...rows].map((row) => row.join(",")).join("\r\n"));

/** Somebody of the office, signed in. */
async function officer({ app }: World) {
  const { _id: id } = await buildPerson(app.deps, { offices: [{ regionId: OFFICE }] });
  return { id, token: await app.signInAs(id) };
}

const query = { regionId: OFFICE, datum: "wgs84" } as const;

/** A request to look at a file. */
const checking = (file: SentFile) => async (world: World) => ({
  token: (await officer(world)).token,
  key: randomUUID(),
  query,
  file,
});

/** An import of an officer's, looked at and not applied. */
async function imported(world: World, file: SentFile) {
  const { id: actorId, token } = await officer(world);
  const office = await findRegion(OFFICE);
  if (!office) throw new Error(`no region ${OFFICE}`);
  const batch = await checkImport(world.app.deps, { office, file, datum: "wgs84", actorId, key: randomUUID() });
  return { batch, actorId, token, params: { importId: batch._id } };
}

/** An import whose one row may be an entry that is there. */
async function asked(world: World) {
  const { _id: sameAs } = await buildCarePoint({
    regionId: world.communityId,
    name: "像不像食堂",
    position: { type: "Point", coordinates: [113.95, 35.35] },
  });
  const like = GOOD.map((cell, place) => ({ 1: "像不像食堂", 7: "35.35", 8: "113.95" })[place] ?? cell);
  return { ...(await imported(world, tableOf(like))), sameAs };
}

const appliedAlready = async (world: World, batch: ImportDocument, actorId: string) => {
  await applyImport(world.app.deps, { batch, mode: "good_only", actorId });
};

export const importExamples: Examples["care-point-imports"] = {
  checkImport: checking(tableOf(GOOD, BAD)),
  listImports: async (world) => ({ token: (await officer(world)).token, query: { regionId: OFFICE } }),
  getImport: async (world) => {
    const { token, params } = await imported(world, tableOf(GOOD));
    return { token, params };
  },
  listImportRows: async (world) => {
    const { token, params } = await imported(world, tableOf(BAD));
    return { token, params, query: { show: "bad" } };
  },
  decideDouble: async (world) => {
    const { token, params, sameAs } = await asked(world);
    return { token, params: { ...params, row: "2" }, body: { sameAs } };
  },
  applyImport: async (world) => {
    const { token, params } = await imported(world, tableOf(GOOD));
    return { token, params, body: { mode: "all" } };
  },
};

const refusedFile = (file: SentFile) => ({ provoke: checking(file) });
const manyRows = () => [HEAD.join(","), ...Array.from({ length: MAX_ROWS + 1 }, () => "a")].join("\n");

export const importRecipes = {
  checkImport: {
    import_wrong_kind: refusedFile(fileOf("名称", "点位.doc")),
    import_not_what_it_says: refusedFile(fileOf("名称", "点位.xlsx")),
    import_too_many_rows: { provoke: (world: World) => checking(fileOf(manyRows()))(world) },
    import_unreadable: refusedFile(fileOf(Buffer.from([0x61, 0xff, 0xff]))),
    import_open_quote: refusedFile(fileOf('名称\n"甲')),
    import_too_much_inside: { provoke: (world: World) => checking(fileOf(zipBomb(), "点位.xlsx"))(world) },
    import_empty: refusedFile(fileOf("名称\n")),
    import_columns_missing: refusedFile(fileOf("名称\n甲")),
  },
  decideDouble: {
    import_applied: {
      provoke: async (world: World) => {
        const { batch, actorId, token, params, sameAs } = await asked(world);
        await appliedAlready(world, batch, actorId);
        return { token, params: { ...params, row: "2" }, body: { sameAs } };
      },
    },
  },
  applyImport: {
    import_not_clean: {
      provoke: async (world: World) => {
        const { token, params } = await imported(world, tableOf(GOOD, BAD));
        return { token, params, body: { mode: "all" as const } };
      },
    },
    import_applied: {
      provoke: async (world: World) => {
        const { batch, actorId, token, params } = await imported(world, tableOf(GOOD));
        await appliedAlready(world, batch, actorId);
        return { token, params, body: { mode: "all" as const } };
      },
    },
  },
};

const known = new WeakMap<World, Promise<string>>();

/** An import of the office's, the same each time: reading a file starts a process. @returns its id */
export function importOf(world: World): Promise<string> {
  const id = known.get(world) ?? imported(world, tableOf(GOOD)).then(({ batch }) => batch._id);
  known.set(world, id);
  return id;
}
