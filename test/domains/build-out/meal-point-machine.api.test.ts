import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { judgeAct } from "@shared/core/machine";
import { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase, type CaseMachine } from "@server/core/cases/move-case";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { escalateMealPoints } from "@server/domains/build-out/escalate-meal-points";
import {
  doneStates,
  mealPointMachine,
  underWayStates,
  type MealPointAct,
  type MealPointRole,
} from "@server/domains/build-out/meal-point.machine";
import { MealPointModel, type MealPointDocument } from "@server/domains/build-out/meal-point.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildBuildOutSite, CITY, COUNTY, type BuildOutSite } from "./build-out-site";

const machine: CaseMachine<MealPointAct, MealPointState, MealPointRole> = mealPointMachine;
const states = MealPointState.options;
const roles: readonly MealPointRole[] = ["county", "city", "job"];
const acts = Object.keys(machine) as MealPointAct[];
/** Monday 30 November 2026 in Shanghai, the last day on time of what was handed in on Monday 23. */
const LAST_MOMENT = "2026-11-30T15:59:59.999Z";
const OVERDUE = "2026-11-30T16:00:00.000Z";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-23T02:00:00.000Z");
  await MealPointModel.deleteMany({});
});
afterAll(() => app.close());

const only = () => MealPointModel.findOne({}).lean<MealPointDocument>().orFail();

async function attempt(act: MealPointAct, role: MealPointRole): Promise<string> {
  const { _id: caseId } = await only();
  const now = app.clock.now();
  const subject = { type: "meal-point", id: caseId };
  const event = auditEvent({ act: "build-out.probe", actorId: "x", subject, now });
  try {
    await moveCase<MealPointAct, MealPointState, MealPointRole, MealPointDocument>({
      ...{ model: MealPointModel, machine, caseId, act, role, stepId: `${act}.${role}`, by: "x", now, event },
    });
    return "yes";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe("the states of a meal point, act by act", () => {
  const cells = acts.flatMap((act) => roles.map((role) => ({ act, role })));
  test.each(cells)("$act by $role", async ({ act, role }) => {
    await buildMealPoint({ regionId: site.communityId });
    for (const state of states) {
      for (const instant of role === "job" ? [LAST_MOMENT, OVERDUE] : [OVERDUE]) {
        app.clock.set(instant);
        await MealPointModel.updateOne({}, { $set: { state, dueOn: "2026-11-30", timeline: [] } });
        const moments = { overdueAt: Date.parse(OVERDUE) };
        const isAllowed = judgeAct(machine[act], { role, state, moments, now: app.clock.now() }) === "allowed";
        const answer = await attempt(act, role);
        const { state: after, timeline } = await only();
        expect({ act, role, state, instant, answer, after, steps: timeline.length }).toEqual({
          ...{ act, role, state, instant },
          answer: isAllowed ? "yes" : "state_changed",
          after: isAllowed ? machine[act].to : state,
          steps: isAllowed ? 1 : 0,
        });
      }
    }
  });

  test("the city takes no step at all, and the job none but its own", () => {
    expect(acts.filter((act) => machine[act].by.city)).toEqual([]);
    const byJob = acts.filter((act) => machine[act].by.job);
    expect(byJob.every((act) => act.startsWith("escalate_") && !machine[act].by.county)).toBe(true);
  });

  test("from the proposal every state is reached, and nothing leads out of the ends", () => {
    const reached = new Set<MealPointState>(["proposed"]);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of Object.values(machine)) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...states].sort());
    const leaving = new Set(Object.values(machine).flatMap(({ from }) => from));
    expect(states.filter((state) => !leaving.has(state))).toEqual(["rejected", "closed"]);
  });

  test("each state is done, under way or an end, once", () => {
    expect([...underWayStates, ...doneStates, "rejected", "closed"].sort()).toEqual([...states].sort());
  });
});

describe("what nobody does in time", () => {
  const surveyed = async () => {
    await site.walkTo("surveyed");
    return only();
  };

  test("is the city's to see to as well, once, and says so; the county still does it", async () => {
    const { _id, dueOn } = await surveyed();
    expect(dueOn).toBe("2026-11-30");
    app.clock.set(LAST_MOMENT);
    await escalateMealPoints(app.deps);
    expect((await only()).owner).toEqual({ type: "district", id: COUNTY });
    app.clock.set(OVERDUE);
    await escalateMealPoints(app.deps);
    await escalateMealPoints(app.deps);
    expect(await only()).toMatchObject({
      state: "surveyed",
      owner: { type: "city", id: CITY },
      escalatedOn: "2026-12-01",
    });
    const shown = await site.show(_id);
    expect(shown).toMatchObject({ turnOf: "新乡市民政局", isOverdue: true, dueLabel: "11月30日 星期一" });
    expect(shown.timeline.filter(({ text }) => text === "核查过了期限，市里来督办")).toHaveLength(1);
    const told = (await relayedChain(app)).filter(({ act }) => act === "build-out.escalate");
    expect(told.filter(({ subject }) => subject.id === _id)).toHaveLength(1);

    await site.say("sun", _id, "yes");
    const { body } = await site.say("qian", _id, "yes");
    expect(body.data).toMatchObject({ state: "verified", turnOf: "红旗区民政局", isOverdue: false });
    expect(await only()).toMatchObject({ owner: { type: "district", id: COUNTY }, escalatedOn: null });
  });

  test("each step of the way may be overdue; a point that operates owes nothing", async () => {
    for (const state of states) await buildMealPoint({ regionId: site.communityId, state, proposedOn: "2026-01-05" });
    app.clock.set("2027-06-01T02:00:00.000Z");
    await escalateMealPoints(app.deps);
    const escalated = await MealPointModel.find({ escalatedOn: "2027-06-01" }).lean<MealPointDocument[]>();
    expect(escalated.map(({ state }) => state).sort()).toEqual(
      ["built", "plated", "proposed", "published", "surveyed", "verified"].sort(),
    );
  });
});
