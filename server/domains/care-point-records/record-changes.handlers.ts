import type { recordChangesContract } from "@shared/domains/care-point-records/record-changes.contract";
import { notFound } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import type { Actor } from "@server/core/policy";
import { findCarePoint, findCarePoints, type CarePointDocument } from "@server/domains/care-points/index";
import { proposeChange } from "./propose-change";
import type { RecordChangeDocument } from "./record-change.model";
import { recordChangesPolicy as policy } from "./record-changes.policy";
import { presentRecordChange } from "./record-changes.presenter";
import { findLastChanges, findRecordChange, findWaitingChanges } from "./record-changes.queries";
import { settleChange } from "./settle-change";
import { withdrawChange } from "./withdraw-change";
import { officeNameOf } from "./verifying-office";

export function createRecordChangesHandlers(deps: Deps): Handlers<typeof recordChangesContract> {
  const { sealer, clock } = deps;
  const presentOne = (change: RecordChangeDocument, carePoint: CarePointDocument, actor: Actor) =>
    presentRecordChange(change, { carePoint, actor, sealer, today: today(clock) });
  const present = (changes: readonly RecordChangeDocument[], places: readonly CarePointDocument[], actor: Actor) =>
    changes.flatMap((change) => {
      const carePoint = places.find(({ _id }) => _id === change.carePointId);
      return carePoint ? [presentOne(change, carePoint, actor)] : [];
    });
  return {
    listOwnChanges: async ({ actor, authorize, query }) => {
      authorize(policy.listOwnChanges(actor, query));
      const carePoint = await findCarePoint(query.carePointId);
      if (!carePoint) throw notFound();
      const changes = await findLastChanges(carePoint._id);
      return { officeName: await officeNameOf(carePoint), changes: present(changes, [carePoint], actor) };
    },

    proposeChange: async ({ actor, authorize, key, body: { carePointId, change: wanted, isCertain = false } }) => {
      authorize(policy.proposeChange(actor, { carePointId }));
      const carePoint = await findCarePoint(carePointId);
      if (!carePoint) throw notFound();
      const change = await proposeChange(deps, { carePoint, wanted, isCertain, actorId: actor.id, key });
      return presentOne(change, carePoint, actor);
    },

    withdrawChange: async ({ actor, authorize, key, params: { changeId } }) => {
      const change = await findRecordChange(changeId);
      authorize(policy.withdrawChange(actor, change));
      const carePoint = change && (await findCarePoint(change.carePointId));
      if (!carePoint) throw notFound();
      const withdrawn = await withdrawChange(deps, { change, carePoint, actorId: actor.id, key });
      return presentOne(withdrawn, carePoint, actor);
    },

    listOfficeChanges: async ({ actor, authorize, query }) => {
      authorize(policy.listOfficeChanges(actor, query));
      const changes = await findWaitingChanges(query.regionId);
      const places = await findCarePoints(changes.map(({ carePointId }) => carePointId));
      return { changes: present(changes, places, actor) };
    },

    settleChange: async ({ actor, authorize, key, params: { changeId }, body: { endsRoles = false, ...given } }) => {
      const change = await findRecordChange(changeId);
      authorize(policy.settleChange(actor, change));
      if (!change) throw notFound();
      const { answer, version, words } = given;
      await settleChange(deps, { change, answer, version, words, endsRoles, actorId: actor.id, key });
      return { changeId, answer };
    },
  };
}
