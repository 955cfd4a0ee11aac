import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { stableId } from "@server/core/ids";
import { changeCarePoint, createCarePoint, findCarePoint } from "@server/domains/care-points/index";
import { findRegion } from "@server/domains/regions/index";
import { changedFacts, newFacts } from "./row-as-facts";
import { ImportModel, ImportRowModel, type ImportDocument, type ImportRowDocument } from "./import.model";
import { findImportsToApply, findReadyRows } from "./imports.queries";

const IMPORTS_A_TURN = 5;
/** So many rows wait for the disk together. */
const AT_ONCE = 20;
/** Somebody else may change an entry in the same moment; more often than that in a row nobody does. */
const TRIES = 5;
const PROGRAM = "program";

type ApplyDeps = Pick<Deps, "clock">;

/**
 * Applies what was said to be applied, row by row in the file's order. A row's entry is written under the row's own id
 * and the row is marked afterwards: killed in between it is done again, and finds itself done.
 */
export async function applyRows(deps: ApplyDeps): Promise<void> {
  for (const batch of await findImportsToApply(IMPORTS_A_TURN)) await applyBatch(deps, batch);
}

async function applyBatch(deps: ApplyDeps, batch: ImportDocument): Promise<void> {
  for (;;) {
    const rows = await findReadyRows(batch._id, AT_ONCE);
    if (rows.length === 0) break;
    await Promise.all(rows.map((row) => applyRow(deps, { batch, row })));
  }
  await ImportModel.updateOne({ _id: batch._id, state: "applying" }, { $set: { state: "done" } });
}

interface Applying {
  readonly batch: ImportDocument;
  readonly row: ImportRowDocument;
}

async function applyRow(deps: ApplyDeps, { batch, row }: Applying): Promise<void> {
  const carePointId = await writeEntry(deps, { batch, row });
  const outcome = carePointId === null ? { state: "failed" } : { state: "applied", carePointId };
  await ImportRowModel.updateOne({ _id: row._id, state: "ready" }, { $set: outcome });
}

/** Null when the entry cannot be changed any more: merged into another, or gone. */
async function writeEntry(deps: ApplyDeps, { batch, row }: Applying): Promise<string | null> {
  const { facts, target } = row;
  if (!facts || !target) return null;
  const day = today(deps.clock);
  if (target.carePointId !== null) return changeEntry(deps, { batch, row, facts, carePointId: target.carePointId });
  const id = stableId(batch._id, String(row.row));
  await createCarePoint(deps, { id, facts: newFacts(facts, day), event: eventOf(deps, { batch, carePointId: id }) });
  return id;
}

interface Changing extends Applying {
  readonly facts: NonNullable<ImportRowDocument["facts"]>;
  readonly carePointId: string;
}

async function changeEntry(deps: ApplyDeps, { batch, row, facts, carePointId }: Changing): Promise<string | null> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const [seen, region] = await Promise.all([findCarePoint(carePointId), findRegion(facts.regionId)]);
    if (!seen || !region || seen.withheld?.why === "merged") return null;
    const changed = await changeCarePoint(deps, {
      carePointId,
      version: seen.version,
      facts: changedFacts({ facts, seen, region, today: today(deps.clock) }),
      change: { id: stableId(batch._id, String(row.row)), fingerprint: stableId("import-row", row._id) },
      event: eventOf(deps, { batch, carePointId }),
    });
    if (changed) return carePointId;
  }
  throw new AppError("try_again");
}

const eventOf = ({ clock }: ApplyDeps, { batch, carePointId }: { batch: ImportDocument; carePointId: string }) =>
  auditEvent({
    act: "care-point-imports.apply-import",
    actorId: batch.appliedBy ?? PROGRAM,
    subject: { type: "care-point", id: carePointId },
    carePointId,
    now: clock.now(),
  });

export const importJobs: readonly Job[] = [
  { name: "care-point-imports.apply-rows", every: { seconds: 2 }, run: applyRows },
];
