import { EngineError } from "../errors";
import type { Catalog } from "./catalog";
import { explainFailure } from "./disk";
import type { Environment } from "./environment";

/** Thrown by a write that must first let a transaction end; `wait` calls back then. */
export class Blocked extends Error {
  constructor(
    readonly wait: (resume: () => void) => void,
    /** What the write has done so far and must not do again. */
    public progress?: unknown,
  ) {
    super("waits for a transaction");
  }
}

export interface Write<T> {
  /** Runs inside the batch. `progress` is what an earlier, blocked run had handed over. */
  run: (progress: unknown) => T;
  /** Milliseconds after which a waiting write gives up with MaxTimeMSExpired. */
  maxTimeMS: number | undefined;
}

interface Job {
  write: Write<unknown>;
  progress: unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  deadline: NodeJS.Timeout | undefined;
  ended: boolean;
}

type Outcome = { value: unknown } | { error: unknown } | { blocked: Blocked };

const longestBatchMilliseconds = 40;

/** Runs writes one after another in shared LMDB transactions: one sync to the disk answers all that were waiting. */
export class WriteQueue {
  /** Grows with every committed batch. */
  batch = 1;
  private waiting: Job[] = [];
  private scheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly environment: Environment,
    private readonly catalog: Catalog,
  ) {}

  submit<T>(write: Write<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const job: Job = {
        write,
        progress: undefined,
        resolve: resolve as (value: unknown) => void,
        reject,
        deadline: undefined,
        ended: false,
      };
      if (write.maxTimeMS !== undefined) job.deadline = setTimeout(() => this.expire(job), write.maxTimeMS);
      this.enqueue(job);
    });
  }

  /** Resolves when every write handed in so far has been answered. */
  async drain(): Promise<void> {
    while (this.scheduled || this.waiting.length > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private expire(job: Job): void {
    if (job.ended) return;
    job.ended = true;
    this.waiting = this.waiting.filter((other) => other !== job);
    job.reject(new EngineError(50, "operation exceeded time limit"));
  }

  private enqueue(job: Job): void {
    if (job.ended) return;
    this.waiting.push(job);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
      if (this.waiting.length > 0) return this.schedule();
      for (const resolve of this.idle.splice(0)) resolve();
    });
  }

  private flush(): void {
    const taken: Job[] = [];
    const outcomes: Outcome[] = [];
    try {
      this.environment.root.transactionSync(() => this.runBatch(taken, outcomes));
      this.batch += 1;
    } catch (error) {
      this.catalog.reload();
      this.afterFailure(taken, this.explain(error));
      return;
    }
    for (const [index, job] of taken.entries()) this.settle(job, outcomes[index] ?? { error: new Error("no outcome") });
  }

  private runBatch(taken: Job[], outcomes: Outcome[]): void {
    const started = performance.now();
    for (let job = this.waiting.shift(); job !== undefined; job = this.waiting.shift()) {
      taken.push(job);
      outcomes.push(this.runOne(job));
      if (performance.now() - started > longestBatchMilliseconds) return;
    }
  }

  private runOne(job: Job): Outcome {
    try {
      return { value: job.write.run(job.progress) };
    } catch (error) {
      if (error instanceof Blocked) return { blocked: error };
      if (error instanceof EngineError) return { error };
      throw error;
    }
  }

  /** A failed commit fails its writes; a fault inside one write of several is found by running each alone. */
  private afterFailure(taken: readonly Job[], error: unknown): void {
    const [only, ...others] = taken;
    if (only === undefined) return;
    if (others.length === 0) return this.settle(only, { error });
    for (const job of taken) {
      const outcomes: Outcome[] = [];
      try {
        this.environment.root.transactionSync(() => void outcomes.push(this.runOne(job)));
        this.batch += 1;
      } catch (fault) {
        this.catalog.reload();
        outcomes[0] = { error: this.explain(fault) };
      }
      this.settle(job, outcomes[0] ?? { error });
    }
  }

  private explain(error: unknown): unknown {
    return explainFailure(error, this.environment.folder);
  }

  private settle(job: Job, outcome: Outcome): void {
    if ("blocked" in outcome) {
      job.progress = outcome.blocked.progress;
      outcome.blocked.wait(() => this.enqueue(job));
      return;
    }
    if (job.ended) return;
    job.ended = true;
    clearTimeout(job.deadline);
    if ("error" in outcome) job.reject(outcome.error);
    else job.resolve(outcome.value);
  }
}
