import type { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import { notFound } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { checkMembership, findManagedCarePoints } from "@server/domains/accounts/index";
import { findCarePoint, type CarePointDocument } from "@server/domains/care-points/index";
import { carePointRecordsPolicy as policy } from "./care-point-records.policy";
import { presentOwnRecord } from "./care-point-records.presenter";
import { confirmRecord } from "./confirm-record";
import { editRecord } from "./edit-record";
import { officeNameOf, officeRegionOf } from "./verifying-office";

export function createCarePointRecordsHandlers(deps: Pick<Deps, "clock">): Handlers<typeof carePointRecordsContract> {
  const present = async (carePoint: CarePointDocument) =>
    presentOwnRecord(carePoint, { today: today(deps.clock), officeName: await officeNameOf(carePoint) });
  return {
    getOwnRecord: async ({ actor, authorize, params }) => {
      authorize(policy.getOwnRecord(actor, params));
      const carePoint = await findCarePoint(params.carePointId);
      if (!carePoint) throw notFound();
      return present(carePoint);
    },

    confirmRecord: async ({ actor, authorize, key, body }) => {
      // Of who works there nothing more need be known.
      const officeRegionId = checkMembership(actor, body.carePointId) ? null : await officeWithoutManager(body);
      authorize(policy.confirmRecord(actor, { carePointId: body.carePointId, officeRegionId }));
      return present(await confirmRecord(deps, { ...body, actorId: actor.id, key }));
    },

    editRecord: async ({ actor, authorize, key, body }) => {
      authorize(policy.editRecord(actor, body));
      return present(await editRecord(deps, { edit: body, actorId: actor.id, key }));
    },
  };
}

/** The office that confirms an entry in its manager's place; null where there is a manager, or no such entry. */
async function officeWithoutManager({ carePointId }: { readonly carePointId: string }): Promise<string | null> {
  const carePoint = await findCarePoint(carePointId);
  if (!carePoint || (await findManagedCarePoints([carePointId])).size > 0) return null;
  return officeRegionOf(carePoint);
}
