import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { judgeAct } from "@shared/core/machine";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase, type CaseMachine } from "@server/core/cases/move-case";
import {
  correctionMachine,
  type CorrectionAct,
  type CorrectionRole,
  type CorrectionState,
} from "@server/domains/care-point-records/correction.machine";
import { CorrectionModel, type CorrectionDocument } from "@server/domains/care-point-records/correction.model";
import { escalateCorrections } from "@server/domains/care-point-records/escalate-corrections";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildRecordSite, OFFICE, type RecordSite } from "./record-site";

const machine: CaseMachine<CorrectionAct, CorrectionState, CorrectionRole> = correctionMachine;
const states: readonly CorrectionState[] = ["open", "escalated", "taken_over", "not_so"];
const roles: readonly CorrectionRole[] = ["staff", "officer", "job"];
const acts = Object.keys(machine) as CorrectionAct[];
/** Wednesday 25 November 2026 in Shanghai, the last day on time of what was reported on Sunday. */
const LAST_MOMENT = "2026-11-25T15:59:59.999Z";
const OVERDUE = "2026-11-25T16:00:00.000Z";

let app: TestApp;
let site: RecordSite;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  await CorrectionModel.deleteMany({});
  site = await buildRecordSite(app);
  await site.report("elder");
});
afterAll(() => app.close());

const only = () => CorrectionModel.findOne({}).lean<CorrectionDocument>().orFail();

async function attempt(act: CorrectionAct, role: CorrectionRole): Promise<string> {
  const { _id: caseId } = await only();
  const now = app.clock.now();
  const event = auditEvent({
    act: "corrections.probe",
    actorId: "x",
    subject: { type: "correction", id: caseId },
    now,
  });
  const moving = { machine, caseId, act, role, stepId: `${act}.${role}`, by: "x", now, event };
  try {
    await moveCase<CorrectionAct, CorrectionState, CorrectionRole, CorrectionDocument>({
      ...moving,
      model: CorrectionModel,
    });
    return "yes";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe("the states of a correction, act by act", () => {
  const cells = acts.flatMap((act) => roles.map((role) => ({ act, role })));
  test.each(cells)("$act by $role", async ({ act, role }) => {
    for (const state of states) {
      for (const instant of [LAST_MOMENT, OVERDUE]) {
        app.clock.set(instant);
        await CorrectionModel.updateOne({}, { $set: { state, timeline: [] } });
        const moments = { overdueAt: Date.parse(OVERDUE) };
        const verdict = judgeAct(machine[act], { role, state, moments, now: app.clock.now() });
        const answer = await attempt(act, role);
        const { state: after, timeline } = await only();
        const what = { act, role, state, instant };
        // A state changes exactly when the table allows the act; the act then stands on the timeline.
        const isAllowed = verdict === "allowed";
        expect({ ...what, answer, after, steps: timeline.length }).toEqual({
          ...what,
          answer: isAllowed ? "yes" : "state_changed",
          after: isAllowed ? machine[act].to : state,
          steps: isAllowed ? 1 : 0,
        });
        if (isAllowed) expect(timeline[0]).toMatchObject({ act, from: state, to: machine[act].to, by: "x" });
      }
    }
  });

  test("knows every state, and nobody acts without being named", () => {
    for (const { from, to, by } of Object.values(machine)) {
      expect(states).toEqual(expect.arrayContaining([...from, to]));
      expect(Object.keys(by).length).toBeGreaterThan(0);
    }
  });
});

describe("what nobody answers in time", () => {
  test("becomes the district's from the first moment after its day, once", async () => {
    app.clock.set(LAST_MOMENT);
    await escalateCorrections(app.deps);
    expect((await only()).state).toBe("open");
    app.clock.set(OVERDUE);
    await escalateCorrections(app.deps);
    await escalateCorrections(app.deps);
    const { state, owner, timeline } = await only();
    expect([state, owner]).toEqual(["escalated", { type: "district", id: "xinxiang-hongqi" }]);
    expect(timeline.slice(1)).toMatchObject([{ act: "escalate", by: null, from: "open", reason: "overdue" }]);
  });

  test("is still the care point's to answer, marked", async () => {
    app.clock.set(OVERDUE);
    await escalateCorrections(app.deps);
    const [row] = await site.unanswered();
    expect(row?.isOverdue).toBe(true);
    expect((await site.settle("cook", row?.id ?? "", { answer: "taken_over" })).status).toBe(201);
    expect((await only()).timeline.map(({ to }) => to)).toEqual(["open", "escalated", "taken_over"]);
  });

  test("is the office's to read and to answer, and only that office's; before it is not", async () => {
    const path = `/corrections/office?regionId=${OFFICE}`;
    const ofOffice = async () => (await site.get("officer", path)).body.data.corrections as { id: string }[];
    const { _id } = await only();
    expect(await ofOffice()).toEqual([]);
    expect((await site.settle("officer", _id, { answer: "taken_over" })).status).toBe(404);
    app.clock.set(OVERDUE);
    await escalateCorrections(app.deps);
    expect(await ofOffice()).toMatchObject([{ id: _id, carePointName: site.name, phone: "0373-5550101" }]);
    const acts = (await relayedChain(app)).map(({ act, actorId }) => `${act} ${actorId}`);
    expect(acts).toContain(`corrections.list-office-corrections ${site.people.officer}`);
    expect((await site.get("otherOfficer", path)).status).toBe(403);
    expect((await site.settle("otherOfficer", _id, { answer: "taken_over" })).status).toBe(404);
    expect((await site.settle("officer", _id, { answer: "taken_over", words: "打电话问过了" })).status).toBe(201);
    expect((await only()).timeline.at(-1)).toMatchObject({ act: "take_over", by: site.people.officer });
    expect(await ofOffice()).toEqual([]);
  });

  test("what was answered is left alone", async () => {
    const [row] = await site.unanswered();
    await site.settle("cook", row?.id ?? "", { answer: "not_so" });
    app.clock.set(OVERDUE);
    await escalateCorrections(app.deps);
    expect((await only()).state).toBe("not_so");
  });
});
