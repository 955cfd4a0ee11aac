import type { MessageTemplate } from "@shared/domains/notices/notices.contract";
import { AppError } from "@server/core/app-error";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { stableId } from "@server/core/ids";
import { MessagePermissionModel } from "./message-permission.model";

interface Tap {
  readonly personId: string;
  readonly templates: readonly MessageTemplate[];
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Enters into the ledger that one tap allowed one message of each kind; the same tap sent again enters nothing.
 * @throws AppError key_reused when the key's tap allowed others
 */
export async function allowMessages({ personId, templates, key, now }: Tap): Promise<void> {
  const _id = stableId(personId, key);
  const allowed = [...new Set(templates)].sort();
  try {
    await MessagePermissionModel.create([{ _id, personId, allowed, at: new Date(now), unspent: allowed, spentOn: [] }]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const known = await MessagePermissionModel.findById(_id).select({ allowed: 1 }).lean();
    if (known?.allowed.join() !== allowed.join()) throw new AppError("key_reused");
  }
}
