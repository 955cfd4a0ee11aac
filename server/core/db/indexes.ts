/** One index a model relies on. Migrations build it; boot compares and refuses traffic on a difference. */
export interface WantedIndex {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1 | "2dsphere">>;
  readonly unique?: true;
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>;
  readonly expireAfterSeconds?: number;
  /** The query it serves, or the rule it guards. */
  readonly serves: string;
}

export interface WantedIndexes {
  readonly collection: string;
  readonly indexes: readonly WantedIndex[];
}
