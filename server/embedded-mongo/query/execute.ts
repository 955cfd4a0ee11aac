import { EngineError } from "../errors";
import type { Collection } from "../store/catalog";
import { afterPrefix } from "../store/environment";
import { boxAround, coverBox, distanceBetween, readPoint } from "../store/geo-cells";
import { readRecord, scanIndex, scanRecords, type FoundRecord, type View } from "../store/scan";
import { keyOwner } from "../store/changes";
import { decode, type Document } from "../values/decode";
import { valueAtPath, type OrderedField } from "../values/paths";
import type { Filter } from "./conditions";
import type { IndexPlan, Plan } from "./plan";
import { sortKey, type SortRow } from "./sort";

/** A document that met the filter. */
export interface Match extends FoundRecord {
  document: Document;
  /** Metres from the centre of a `$near`. */
  distance?: number;
}

type NearPlan = Extract<Plan, { kind: "near" }>;

function* indexRecordIds(view: View, plan: IndexPlan): Generator<number> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  if (plan.exact) {
    for (const range of ranges) {
      const owner = keyOwner(view.environment, range.start, view.snapshot);
      if (owner !== undefined) yield owner;
    }
    return;
  }
  for (const range of ranges) yield* scanIndex(view, plan.index, range, plan.reverse);
}

function* withoutRepeats(ids: Iterable<number>): Generator<number> {
  const seen = new Set<number>();
  for (const id of ids) {
    if (seen.has(id)) continue;
    seen.add(id);
    yield id;
  }
}

function* unionRecordIds(view: View, branches: readonly IndexPlan[]): Generator<number> {
  for (const branch of branches) yield* indexRecordIds(view, branch);
}

function* planRecords(view: View, collection: Collection, plan: Exclude<Plan, NearPlan>): Generator<FoundRecord> {
  if (plan.kind === "scan") {
    yield* scanRecords(view, collection);
    return;
  }
  const ids = plan.kind === "union" ? unionRecordIds(view, plan.branches) : indexRecordIds(view, plan);
  const canRepeat = plan.kind === "union" || plan.index.multikey.size > 0;
  for (const recordId of canRepeat ? withoutRepeats(ids) : ids) {
    const raw = readRecord(view, collection, recordId);
    if (raw !== undefined) yield { recordId, raw };
  }
}

/** What a transaction has staged stands in for the records of its snapshot, after all others. */
function* withStaged(view: View, collection: Collection, records: Iterable<FoundRecord>): Generator<FoundRecord> {
  const staged = view.staged?.get(collection.id);
  if (staged === undefined) {
    yield* records;
    return;
  }
  for (const record of records) if (!staged.has(record.recordId)) yield record;
  const ordered = [...staged].sort(([a], [b]) => a - b);
  for (const [recordId, raw] of ordered) if (raw !== undefined) yield { recordId, raw };
}

function measure(plan: NearPlan, record: FoundRecord, filter: Filter): Match | undefined {
  const document = decode(record.raw);
  const point = readPoint(valueAtPath(document, plan.index.fields[0]?.parts ?? []));
  if (point === undefined || !filter.test(document)) return undefined;
  return { ...record, document, distance: distanceBetween(plan.near.center, point) };
}

interface Ring {
  /** Outer edge in metres. */
  outer: number;
  /** Records that smaller rings have settled. */
  settled: ReadonlySet<number>;
}

function* ringRecords(view: View, collection: Collection, plan: NearPlan, ring: Ring): Generator<FoundRecord> {
  function* ids(): Generator<number> {
    for (const cells of coverBox(boxAround(plan.near.center, ring.outer))) {
      const start = Buffer.concat([plan.index.prefix, cells.start]);
      const end = afterPrefix(Buffer.concat([plan.index.prefix, cells.end]));
      yield* scanIndex(view, plan.index, { start, end }, false);
    }
  }
  for (const recordId of withoutRepeats(ids())) {
    if (ring.settled.has(recordId)) continue;
    const raw = readRecord(view, collection, recordId);
    if (raw !== undefined) yield { recordId, raw };
  }
}

const firstRingMetres = 500;
const halfwayRound = 20_040_000;

/** Nearest first: ring after ring around the centre, each twice as wide, until the distance asked for or the whole earth. */
function* nearMatches(view: View, collection: Collection, plan: NearPlan, filter: Filter): Generator<Match> {
  const farthest = Math.min(plan.near.maxDistance, halfwayRound);
  const settled = new Set<number>();
  let inner = -1;
  let outer = Math.min(Math.max(firstRingMetres, plan.near.minDistance), farthest);
  for (;;) {
    const ring: Match[] = [];
    for (const record of withStaged(view, collection, ringRecords(view, collection, plan, { outer, settled }))) {
      const match = measure(plan, record, filter);
      const distance = match?.distance ?? -1;
      if (distance <= outer) settled.add(record.recordId);
      if (match !== undefined && distance > inner && distance <= outer && distance >= plan.near.minDistance)
        ring.push(match);
    }
    yield* ring.sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || a.recordId - b.recordId);
    if (outer >= farthest) return;
    inner = outer;
    outer = Math.min(outer * 2, farthest);
  }
}

/** Every document that meets the filter, in the plan's order. Reads lazily. */
export function* findMatches(view: View, collection: Collection, plan: Plan, filter: Filter): Generator<Match> {
  if (plan.kind === "near") {
    yield* nearMatches(view, collection, plan, filter);
    return;
  }
  for (const record of withStaged(view, collection, planRecords(view, collection, plan))) {
    const document = decode(record.raw);
    if (filter.test(document)) yield { ...record, document };
  }
}

/** The rows of a find's sort: of each match only its bytes are held. */
export function* rowsToSort(matches: Iterable<Match>, sort: readonly OrderedField[]): Generator<SortRow<FoundRecord>> {
  for (const { recordId, raw, document } of matches) {
    yield { key: sortKey(document, sort), order: recordId, bytes: raw.length, item: { recordId, raw } };
  }
}

/** Throws MaxTimeMSExpired (50) once the time is over; asked every few documents. */
export function deadlineCheck(maxTimeMS: number | undefined): () => void {
  if (maxTimeMS === undefined) return () => undefined;
  const end = performance.now() + maxTimeMS;
  return () => {
    if (performance.now() > end) throw new EngineError(50, "operation exceeded time limit");
  };
}
