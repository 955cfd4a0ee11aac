import { randomUUID } from "node:crypto";
import type { OwnRecord, RecordEdit } from "@shared/domains/care-point-records/care-point-records.contract";
import type { StaffRole } from "@shared/core/roles";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { RecordChangeModel } from "@server/domains/care-point-records/record-change.model";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, type CarePointDocument } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import type { TestApp } from "@test/support/app";

/** The office that answers for the canteen, and one that does not. */
export const OFFICE = "xinxiang-hongqi";
const OTHER_OFFICE = "xinxiang-muye";

/** A canteen with a manager and a cook, an elder, the office of its district and another, and requests of theirs. */
export async function buildRecordSite(app: TestApp) {
  const { _id: communityId } = await buildCommunity();
  const { _id: carePointId, name } = await buildCarePoint({ regionId: communityId });
  const working = async (role: StaffRole) =>
    (await buildPerson(app.deps, { communityId, memberships: [{ carePointId, role }] }))._id;
  const people = {
    manager: await working("care_point_manager"),
    cook: await working("care_point_staff"),
    elder: (await buildPerson(app.deps, { communityId }))._id,
    officer: (await buildPerson(app.deps, { preferredName: "孙科长", offices: [{ regionId: OFFICE }] }))._id,
    otherOfficer: (await buildPerson(app.deps, { preferredName: "吴科长", offices: [{ regionId: OTHER_OFFICE }] }))._id,
  };
  const post = async (who: Who | null, path: string, body: object, key: string = randomUUID()) => {
    const call = app.request.post(`/api${path}`).set("Idempotency-Key", key);
    if (who) call.set("Authorization", `Bearer ${await app.signInAs(people[who])}`);
    return call.send(body);
  };
  const get = async (who: Who, path: string) =>
    app.request.get(`/api${path}`).set("Authorization", `Bearer ${await app.signInAs(people[who])}`);
  const record = async (): Promise<OwnRecord> =>
    (await get("manager", `/care-point-records/${carePointId}`)).body.data as OwnRecord;
  const confirm = async (who: Who, { version }: { readonly version: number }, key?: string) =>
    post(who, "/care-point-records/confirmations", { carePointId, version }, key);
  const edit = (who: Who, body: object, key?: string) => post(who, "/care-point-records/edits", body, key);
  const report = (who: Who | null, body: object = {}, key?: string) =>
    post(who, "/corrections", { carePointId, what: "phone", ...body }, key);
  const unanswered = async () => {
    const { body } = await get("cook", `/corrections?carePointId=${carePointId}`);
    return body.data.corrections as { id: string; what: string; sentence: string | null; isOverdue: boolean }[];
  };
  const settle = (who: Who, correctionId: string, body: object, key?: string) =>
    post(who, `/corrections/${correctionId}/answers`, body, key);
  const stored = () => CarePointModel.findById(carePointId).lean<CarePointDocument>().orFail();
  const propose = (change: object, { who = "manager", key, isCertain = false }: By = {}) =>
    post(who, "/record-changes", { carePointId, change, isCertain }, key);
  /** Of what waits, else of what was answered. */
  const settleChange = async (body: object = {}, { who = "officer", key }: By = {}) => {
    const open = await RecordChangeModel.findOne({ carePointId, state: "open" });
    const { _id } = open ?? (await RecordChangeModel.findOne({ carePointId }).orFail());
    const { version } = await stored();
    return post(who, `/record-changes/${_id}/answers`, { answer: "approved", version, ...body }, key);
  };
  const changes = { stored, propose, settle: settleChange };
  return {
    communityId,
    carePointId,
    name,
    people,
    changes,
    post,
    get,
    record,
    confirm,
    edit,
    report,
    unanswered,
    settle,
  };
}

export type RecordSite = Awaited<ReturnType<typeof buildRecordSite>>;
export type Who = "manager" | "cook" | "elder" | "officer" | "otherOfficer";

interface By {
  readonly who?: Who;
  readonly key?: string;
  readonly isCertain?: boolean;
}

/** An answer's status, with the code of a refusal. */
export const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) =>
  body.error ? [status, body.error.code] : [status];

/** An edit that changes nothing. */
export function editOf(record: OwnRecord): RecordEdit {
  const { carePointId, version, phone, address, offerings, accessibility, accepts } = record;
  return { carePointId, version, phone, address, offerings, accessibility, accepts };
}
