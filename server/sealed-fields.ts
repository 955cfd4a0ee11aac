import { AUDIT_COLLECTION } from "./core/audit/audit.model";
import type { SealedField } from "./core/crypto/reseal";
import type { Domain } from "./core/domain";

/** Every sealed field of core and the domains: what a change of keys goes over. */
export const sealedFields = (domains: readonly Domain[]): readonly SealedField[] => [
  { collection: AUDIT_COLLECTION, field: "reason" },
  ...domains.flatMap(({ sealed = [] }) => sealed),
];
