import type { Deps } from "../deps";

/** Work that nobody waits for. Running it twice, or twice at once, does no harm. */
export interface Job {
  /** `<domain>.<verb-phrase>`, such as `meals.recount-portions`. */
  readonly name: string;
  /** How often, in seconds, or a cron line in Asia/Shanghai. */
  readonly every: { readonly seconds: number } | { readonly cron: string };
  readonly run: (deps: Deps) => Promise<void>;
}
