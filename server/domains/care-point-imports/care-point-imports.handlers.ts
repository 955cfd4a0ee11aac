import type { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import type { Handlers } from "@server/core/http/handlers";
import { findRegion } from "@server/domains/regions/index";
import { applyImport } from "./apply-import";
import { carePointImportsPolicy as policy } from "./care-point-imports.policy";
import { presentImport, presentRow } from "./care-point-imports.presenter";
import { checkImport } from "./check-import";
import { decideDouble } from "./decide-double";
import type { ImportDocument } from "./import.model";
import { countRows, findImport, findImportsOf, findRows } from "./imports.queries";

const PAGE = 20;

export function createCarePointImportsHandlers(deps: Pick<Deps, "clock">): Handlers<typeof carePointImportsContract> {
  const present = async (batches: readonly ImportDocument[]) => {
    const counts = await countRows(batches.map(({ _id }) => _id));
    return batches.map((batch) => presentImport(batch, { counts: counts.get(batch._id), now: deps.clock.now() }));
  };
  const presentOne = async (batch: ImportDocument) => {
    const [presented] = await present([batch]);
    if (!presented) throw notFound();
    return presented;
  };
  return {
    checkImport: async ({ actor, authorize, key, query: { regionId, datum }, receive }) => {
      authorize(policy.checkImport(actor, { regionId }));
      const office = await findRegion(regionId);
      if (!office) throw notFound();
      const { file } = await receive();
      return presentOne(await checkImport(deps, { office, file, datum, actorId: actor.id, key }));
    },

    listImports: async ({ actor, authorize, query }) => {
      authorize(policy.listImports(actor, query));
      const batches = await findImportsOf(query.regionId);
      return { imports: batches.length > 0 ? await present(batches) : [] };
    },

    getImport: async ({ actor, authorize, params: { importId } }) => {
      const batch = await findImport(importId);
      authorize(policy.getImport(actor, batch));
      if (!batch) throw notFound();
      return presentOne(batch);
    },

    listImportRows: async ({ actor, authorize, params: { importId }, query: { show, cursor } }) => {
      authorize(policy.listImportRows(actor, await findImport(importId)));
      const after = cursor === undefined ? 0 : fromCursor(cursor).position;
      const found = await findRows({ importId, show, after, limit: PAGE + 1 });
      const rows = found.slice(0, PAGE);
      const last = rows.at(-1);
      const nextCursor = found.length > PAGE && last ? toCursor({ position: last.row, id: importId }) : null;
      return { rows: rows.map(presentRow), nextCursor };
    },

    decideDouble: async ({ actor, authorize, params: { importId, row }, body: { sameAs } }) => {
      const batch = await findImport(importId);
      authorize(policy.decideDouble(actor, batch));
      if (!batch) throw notFound();
      return presentRow(await decideDouble(deps, { batch, row: Number(row), sameAs, actorId: actor.id }));
    },

    applyImport: async ({ actor, authorize, params: { importId }, body: { mode } }) => {
      const batch = await findImport(importId);
      authorize(policy.applyImport(actor, batch));
      if (!batch) throw notFound();
      return presentOne(await applyImport(deps, { batch, mode, actorId: actor.id }));
    },
  };
}
