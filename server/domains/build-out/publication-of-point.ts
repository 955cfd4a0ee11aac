import { auditEvent } from "@server/core/audit/audit-event";
import type { BatchDocument } from "./batch.model";
import { mealPointMachine } from "./meal-point.machine";
import { dueOf } from "./move-meal-point";

const {
  from: [PUBLISHABLE],
  to: PUBLISHED,
} = mealPointMachine.publish;
export { PUBLISHABLE };

/** A point's part of a batch: it is still plated, and becomes published with timeline and event. */
export function publicationOf(mealPointId: string, { _id: batchId, name: batchName, countyId, by, at }: BatchDocument) {
  const now = at.getTime();
  const step = { id: batchId, act: "publish", by, at, from: PUBLISHABLE, to: PUBLISHED, reason: batchName };
  const event = auditEvent({
    act: "programme.publish-batch",
    actorId: by,
    subject: { type: "meal-point", id: mealPointId },
    reason: batchName,
    now,
  });
  return {
    updateOne: {
      filter: { _id: mealPointId, countyId, state: PUBLISHABLE },
      update: {
        $set: {
          state: PUBLISHED,
          owner: { type: "district", id: countyId } as const,
          dueOn: dueOf(PUBLISHED, now),
          escalatedOn: null,
          batchId,
          batchName,
        },
        $push: { timeline: step, outbox: event },
      },
    },
  };
}
