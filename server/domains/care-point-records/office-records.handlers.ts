import type { officeRecordsContract } from "@shared/domains/care-point-records/office-records.contract";
import { notFound } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findManagedCarePoints } from "@server/domains/accounts/index";
import { findCarePoint, searchOfficeEntries, type CarePointDocument } from "@server/domains/care-points/index";
import { findRegion } from "@server/domains/regions/index";
import { fromEntriesCursor, toEntriesCursor } from "./entries-cursor";
import { listOfficeRecords } from "./list-office-records";
import { findOfficeActs } from "./office-act.model";
import { officeRecordsPolicy as policy } from "./office-records.policy";
import { presentOfficeRecord, presentOfficeRecordPage } from "./office-records.presenter";
import { publishRecord, withholdRecord } from "./publish-record";
import { findLastChanges } from "./record-changes.queries";

const FOUND_AT_MOST = 20;

export function createOfficeRecordsHandlers(deps: Deps): Handlers<typeof officeRecordsContract> {
  const { sealer, clock } = deps;
  const pageOf = async (carePoint: CarePointDocument) => {
    const { _id } = carePoint;
    const [managed, acts, changes] = await Promise.all([
      findManagedCarePoints([_id]),
      findOfficeActs(_id),
      findLastChanges(_id),
    ]);
    const shown = { carePoint, sealer, acts, changes, isManaged: managed.has(_id), today: today(clock) };
    return presentOfficeRecordPage(shown);
  };
  return {
    listOfficeRecords: async ({ actor, authorize, query: { regionId, show, cursor } }) => {
      authorize(policy.listOfficeRecords(actor, { regionId }));
      const day = today(clock);
      const after = cursor === undefined ? undefined : fromEntriesCursor(cursor);
      const { entries, managed, end } = await listOfficeRecords({ regionId, show, today: day, after });
      const records = entries.map((one) => presentOfficeRecord(one, { isManaged: managed.has(one._id), today: day }));
      return { records, nextCursor: end && toEntriesCursor(end) };
    },

    searchOfficeRecords: async ({ actor, authorize, query: { regionId, text } }) => {
      authorize(policy.searchOfficeRecords(actor, { regionId }));
      const region = await findRegion(regionId);
      if (!region) throw notFound();
      const { cityId } = region;
      const found = await searchOfficeEntries({ cityId, districtId: regionId, text, limit: FOUND_AT_MOST });
      const managed = await findManagedCarePoints(found.map(({ _id }) => _id));
      const day = today(clock);
      return {
        records: found.map((one) => presentOfficeRecord(one, { isManaged: managed.has(one._id), today: day })),
      };
    },

    getOfficeRecord: async ({ actor, authorize, params: { carePointId } }) => {
      const carePoint = await findCarePoint(carePointId);
      authorize(policy.getOfficeRecord(actor, carePoint));
      if (!carePoint) throw notFound();
      return pageOf(carePoint);
    },

    withholdRecord: async ({ actor, authorize, key, body: { carePointId, version, why, words } }) => {
      const carePoint = await findCarePoint(carePointId);
      authorize(policy.withholdRecord(actor, carePoint));
      if (!carePoint) throw notFound();
      return pageOf(await withholdRecord(deps, { carePoint, version, why, words, actorId: actor.id, key }));
    },

    publishRecord: async ({ actor, authorize, key, body: { carePointId, version } }) => {
      const carePoint = await findCarePoint(carePointId);
      authorize(policy.publishRecord(actor, carePoint));
      if (!carePoint) throw notFound();
      return pageOf(await publishRecord(deps, { carePoint, version, actorId: actor.id, key }));
    },
  };
}
