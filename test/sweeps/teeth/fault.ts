/** One edit that breaks a promise, and the test that must notice. */
export interface Fault {
  readonly id: string;
  readonly file: string;
  /** Stands exactly once in the file; else the fault is stale. */
  readonly find: string;
  readonly replace: string;
  readonly mustFail: { readonly file: string; readonly test: string };
}
