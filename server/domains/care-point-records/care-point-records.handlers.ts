import type { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import { notFound } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findCarePoint } from "@server/domains/care-points/index";
import { carePointRecordsPolicy as policy } from "./care-point-records.policy";
import { presentOwnRecord } from "./care-point-records.presenter";
import { confirmRecord } from "./confirm-record";
import { editRecord } from "./edit-record";

export const createCarePointRecordsHandlers = (
  deps: Pick<Deps, "clock">,
): Handlers<typeof carePointRecordsContract> => ({
  getOwnRecord: async ({ actor, authorize, params }) => {
    authorize(policy.getOwnRecord(actor, params));
    const carePoint = await findCarePoint(params.carePointId);
    if (!carePoint) throw notFound();
    return presentOwnRecord(carePoint, today(deps.clock));
  },

  confirmRecord: async ({ actor, authorize, key, body }) => {
    authorize(policy.confirmRecord(actor, body));
    const confirmed = await confirmRecord(deps, { ...body, actorId: actor.id, key });
    return presentOwnRecord(confirmed, today(deps.clock));
  },

  editRecord: async ({ actor, authorize, key, body }) => {
    authorize(policy.editRecord(actor, body));
    const edited = await editRecord(deps, { edit: body, actorId: actor.id, key });
    return presentOwnRecord(edited, today(deps.clock));
  },
});
