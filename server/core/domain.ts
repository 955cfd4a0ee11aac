import type { Contract } from "@shared/core/endpoint";
import type { SealedField } from "./crypto/reseal";
import type { WantedIndexes } from "./db/indexes";
import type { Deps } from "./deps";
import type { FileStore } from "./db/file-store";
import type { Downloads } from "./http/download-source";
import type { Handlers } from "./http/handlers";
import type { PublicDataSource } from "./http/public-data-source";
import type { Job } from "./jobs/job";
import type { OutboxSource } from "./outbox/outbox";
import type { PersonalData } from "./personal-data";

/** What a domain's `index.ts` gives to the program: its contract, served; its jobs; the indexes it cannot live without. */
export interface Domain<C extends Contract = Contract> {
  readonly contract: C;
  readonly createHandlers: (deps: Deps) => Handlers<C>;
  readonly jobs: readonly Job[];
  readonly indexes: readonly WantedIndexes[];
  /** Where the rows of the contract's public data come from, by its name. */
  readonly createPublicData?: (deps: Deps) => Readonly<Record<string, PublicDataSource>>;
  /** Makes the contract's downloads, by their names. */
  readonly createDownloads?: (deps: Deps) => Downloads<C>;
  /** Collections whose documents carry events, and what is done with them. */
  readonly outbox?: readonly OutboxSource[];
  /** Fields of its collections that hold sealed values; a new key is brought to them. */
  readonly sealed?: readonly SealedField[];
  /** Files that whoever has a signed link may fetch. */
  readonly files?: readonly FileStore[];
  /** What it keeps about people; a sweep finds a collection that holds some and is in no domain's. */
  readonly createPersonalData?: (deps: Deps) => PersonalData;
}
