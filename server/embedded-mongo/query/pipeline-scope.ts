import type { Collection } from "../store/catalog";
import type { View } from "../store/scan";
import type { Document } from "../values/decode";
import type { Variables } from "./expressions";

export type Stage = (rows: Iterable<Document>) => Iterable<Document>;

/** What a pipeline may reach. */
export interface PipelineScope {
  view: View;
  find: (collection: string) => Collection | undefined;
  variables: Variables;
  hint: unknown;
  /** Runs a pipeline over a collection; a missing one is empty. */
  run: (collection: string, stages: readonly unknown[], scope: PipelineScope) => Iterable<Document>;
  /** Throws when the time is over. */
  check: () => void;
}
