import type { ServiceDate } from "@shared/core/primitives";
import { trusted } from "@server/core/db/trusted";
import { MenuModel } from "./menu.model";

/** Whether a care point has a menu on that day or a later one that was not closed. */
export const hasMealsAhead = async ({
  carePointId,
  from,
}: {
  carePointId: string;
  from: ServiceDate;
}): Promise<boolean> =>
  (await MenuModel.findOne({ carePointId, serviceDate: trusted({ $gte: from }), closed: trusted({ $exists: false }) })
    .select({ _id: 1 })
    .lean()) !== null;
