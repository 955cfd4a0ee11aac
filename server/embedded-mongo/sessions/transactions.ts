import { EngineError, transientError } from "../errors";
import type { Collection } from "../store/catalog";
import { duplicateKey, indexChanges, keyOwner, type Change, type IndexChange } from "../store/changes";
import type { Environment, Snapshot } from "../store/environment";
import { readRecord, type View } from "../store/scan";
import { Blocked } from "../store/write-queue";

function lockName(collectionId: number, recordId: number): string {
  return `${collectionId}/${recordId}`;
}

function keyName(key: Buffer): string {
  return key.toString("latin1");
}

function conflict(): EngineError {
  return transientError(
    112,
    "WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.",
  );
}

/** A multi-document transaction: a snapshot, and what it has staged over it. */
export class Transaction {
  isOpen = true;
  readonly staged = new Map<number, Map<number, Buffer | undefined>>();
  /** The net change of each record it has touched. */
  readonly changes = new Map<string, Change>();
  /** Unique keys it has taken or, with `undefined`, given up. */
  readonly keys = new Map<string, number | undefined>();
  private readonly whenEnded: (() => void)[] = [];
  private readonly snapshot: Snapshot;
  readonly view: View;

  constructor(
    readonly session: string,
    readonly number: number,
    environment: Environment,
    newestBatch: number,
  ) {
    this.snapshot = environment.documents.useReadTransaction();
    this.view = { environment, snapshot: this.snapshot, staged: this.staged, newestBatch };
  }

  wait(resume: () => void): void {
    if (this.isOpen) this.whenEnded.push(resume);
    else resume();
  }

  end(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.snapshot.done();
    for (const resume of this.whenEnded.splice(0)) resume();
  }

  /** The change of a record since the snapshot, all of the transaction's writes to it together. */
  remember(change: Change): void {
    const name = lockName(change.collection.id, change.recordId);
    const first = this.changes.get(name);
    this.changes.set(name, first === undefined ? change : { ...change, before: first.before });
    const inCollection = this.staged.get(change.collection.id) ?? new Map<number, Buffer | undefined>();
    inCollection.set(change.recordId, change.after?.raw);
    this.staged.set(change.collection.id, inCollection);
  }
}

/** Every open transaction, and who holds which record and which unique key. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly records = new Map<string, Transaction>();
  private readonly keys = new Map<string, Transaction>();
  private readonly timers = new Map<Transaction, NodeJS.Timeout>();
  /** Told about every transaction that ends, so that its cursors are closed. */
  onEnd: (transaction: Transaction) => void = () => undefined;

  constructor(
    private readonly environment: Environment,
    private readonly lifetimeMilliseconds: number,
  ) {}

  get isIdle(): boolean {
    return this.open.size === 0;
  }

  find(session: string): Transaction | undefined {
    return this.open.get(session);
  }

  start(session: string, number: number, newestBatch: number): Transaction {
    const running = this.open.get(session);
    if (running !== undefined && running.number >= number)
      throw new EngineError(225, `Transaction ${number} on this session was already started`);
    if (running !== undefined) this.end(running);
    const transaction = new Transaction(session, number, this.environment, newestBatch);
    this.open.set(session, transaction);
    this.timers.set(
      transaction,
      setTimeout(() => this.end(transaction), this.lifetimeMilliseconds),
    );
    return transaction;
  }

  /** Lets go of everything a transaction held; those that waited go on. */
  end(transaction: Transaction): void {
    if (!transaction.isOpen) return;
    if (this.open.get(transaction.session) === transaction) this.open.delete(transaction.session);
    clearTimeout(this.timers.get(transaction));
    this.timers.delete(transaction);
    for (const name of transaction.changes.keys()) this.records.delete(name);
    for (const name of transaction.keys.keys()) this.keys.delete(name);
    this.onEnd(transaction);
    transaction.end();
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction);
  }

  /** Throws `Blocked` when a plain write must wait for a transaction. */
  waitForRecord(collection: Collection, recordId: number): void {
    const owner = this.records.get(lockName(collection.id, recordId));
    if (owner !== undefined) throw new Blocked((resume) => owner.wait(resume));
  }

  waitForKeys(changes: readonly IndexChange[]): void {
    if (this.keys.size === 0) return;
    for (const { index, added, removed } of changes) {
      if (!index.unique) continue;
      for (const key of [...added, ...removed]) {
        const owner = this.keys.get(keyName(key));
        if (owner !== undefined) throw new Blocked((resume) => owner.wait(resume));
      }
    }
  }

  /** Throws `Blocked` while a transaction has staged anything in a collection whose shape is about to change. */
  waitForCollection(collection: Collection): void {
    for (const transaction of this.open.values()) {
      if (transaction.staged.has(collection.id)) throw new Blocked((resume) => transaction.wait(resume));
    }
  }

  /** Stages one write. Throws WriteConflict (112) when another transaction holds the record or it changed since the snapshot. */
  stage(transaction: Transaction, change: Change): void {
    const name = lockName(change.collection.id, change.recordId);
    const owner = this.records.get(name);
    if (owner !== undefined && owner !== transaction) throw conflict();
    if (owner === undefined && change.before !== undefined) this.checkUnchanged(transaction, change);
    const changes = indexChanges(change);
    for (const one of changes) if (one.index.unique) this.takeKeys(transaction, change, one);
    this.records.set(name, transaction);
    transaction.remember(change);
  }

  private checkUnchanged(transaction: Transaction, change: Change): void {
    const live = { ...transaction.view, snapshot: undefined, staged: undefined };
    const now = readRecord(live, change.collection, change.recordId);
    const then = readRecord({ ...transaction.view, staged: undefined }, change.collection, change.recordId);
    if (now === undefined || then === undefined || !now.equals(then)) throw conflict();
  }

  private takeKeys(transaction: Transaction, change: Change, { index, removed, added }: IndexChange): void {
    for (const key of [...removed, ...added]) {
      const holder = this.keys.get(keyName(key));
      if (holder !== undefined && holder !== transaction) throw conflict();
    }
    for (const key of added) this.checkKey(transaction, change, { index, key });
    for (const key of removed) this.take(transaction, key, undefined);
    for (const key of added) this.take(transaction, key, change.recordId);
  }

  private take(transaction: Transaction, key: Buffer, recordId: number | undefined): void {
    this.keys.set(keyName(key), transaction);
    transaction.keys.set(keyName(key), recordId);
  }

  private checkKey(
    transaction: Transaction,
    change: Change,
    { index, key }: { index: IndexChange["index"]; key: Buffer },
  ): void {
    const duplicate = duplicateKey(change.collection, index, change.after?.document ?? {});
    if (transaction.keys.has(keyName(key))) {
      const own = transaction.keys.get(keyName(key));
      if (own !== undefined && own !== change.recordId) throw duplicate;
      return;
    }
    const now = keyOwner(this.environment, key);
    const then = keyOwner(this.environment, key, transaction.view.snapshot);
    if (now !== then) throw conflict();
    if (now !== undefined && now !== change.recordId) throw duplicate;
  }
}
