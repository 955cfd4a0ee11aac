import type { contracts } from "@shared/domains/index";
import type { Domain } from "@server/core/domain";

/** Every contract has its domain here; one that is missing does not compile. */
type Domains = { readonly [K in keyof typeof contracts]: Domain<(typeof contracts)[K]> };

/** The business areas of the server, in the order in which they are mounted. */
export const domains: Domains = {};
