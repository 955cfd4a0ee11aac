import { describe, expect, test } from "@jest/globals";
import { newUuid } from "@miniapp/core/intention-key";
import {
  EMPTY_QUEUE,
  nextActs,
  noteAct,
  putAwayReported,
  rowsAsNoted,
  rowsOfCode,
  takeResults,
  waitingAt,
  type NotedAct,
  type RosterQueue,
} from "@miniapp/domains/meals/roster-queue";
import { OfflineAct, type ActResult, type RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { rosterRow } from "@test/support/roster-rows";

const NOON = Date.parse("2026-11-22T04:00:00.000Z");
const COUNTER = { carePointId: "canteen", actorId: "cook" };
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

let made = 0;
type Kind = "check_in_by_name" | "undo_check_in" | "mark_no_show";
function noted(bookingId: string, minutes: number, kind: Kind = "check_in_by_name"): NotedAct {
  const about = { id: `act-${++made}`, happenedAt: at(minutes), bookingId };
  const act: OfflineAct = kind === "check_in_by_name" ? { ...about, kind, reason: "没带手机" } : { ...about, kind };
  return { ...COUNTER, act, name: `${bookingId}阿姨` };
}

const answer = ({ act }: NotedAct, outcome: ActResult["outcome"] = "done"): ActResult => ({
  id: act.id,
  outcome,
  code: outcome === "refused" ? "serving_over" : null,
  message: outcome === "refused" ? "这一餐已经结束了" : null,
  happenedAt: act.happenedAt,
});

const queueOf = (...acts: NotedAct[]): RosterQueue => acts.reduce(noteAct, EMPTY_QUEUE);

const row = (bookingId: string, rest: Partial<RosterRow> = {}) => rosterRow({ bookingId, ...rest });

describe("what was noted down waits for its own answer", () => {
  test("answers take out their acts and no others; each is told with the name of whom it was about", () => {
    const [first, second] = [noted("a", 0), noted("b", 1)];
    const queue = takeResults(queueOf(first, second), [answer(first)]);
    expect(waitingAt(queue, COUNTER)).toEqual([second]);
    expect(queue.reported).toMatchObject([{ id: first.act.id, name: "a阿姨", outcome: "done" }]);
  });

  test("reported twice, the answers are told once and nothing waits", () => {
    const acts = [noted("a", 0), noted("b", 1)];
    const answers = acts.map((act) => answer(act));
    const once = takeResults(queueOf(...acts), answers);
    expect(takeResults(once, answers)).toEqual(once);
    expect(once.reported).toHaveLength(2);
  });

  test("an act noted while a report is under way stays when its answers come", () => {
    const sent = noted("a", 0);
    const later = noted("b", 1);
    const queue = takeResults(noteAct(queueOf(sent), later), [answer(sent)]);
    expect(waitingAt(queue, COUNTER)).toEqual([later]);
  });

  test("an answer nobody waits for changes nothing", () => {
    const queue = queueOf(noted("a", 0));
    expect(takeResults(queue, [answer(noted("z", 9))])).toEqual(queue);
  });

  test("a refused act is told with the reason and does not come again", () => {
    const act = noted("a", 0);
    const queue = takeResults(queueOf(act), [answer(act, "refused")]);
    expect(queue.waiting).toEqual([]);
    expect(queue.reported).toMatchObject([{ outcome: "refused", message: "这一餐已经结束了" }]);
  });

  test("the same act noted again stands once, also after its answer", () => {
    const act = noted("a", 0);
    expect(noteAct(queueOf(act), act).waiting).toHaveLength(1);
    const answered = takeResults(queueOf(act), [answer(act)]);
    expect(noteAct(answered, act)).toBe(answered);
  });
});

describe("what the next request carries", () => {
  test("the order in which it happened, however it was noted", () => {
    const [first, second, third] = [noted("a", 0), noted("b", 1), noted("c", 2)];
    expect(nextActs(queueOf(third, first, second), COUNTER)).toEqual([first.act, second.act, third.act]);
  });

  test("at most a hundred, the earliest; the others follow when those have their answers", () => {
    const acts = Array.from({ length: 130 }, (_, minute) => noted(`p${minute}`, minute));
    const queue = queueOf(...acts);
    const first = nextActs(queue, COUNTER);
    expect(first).toEqual(acts.slice(0, 100).map(({ act }) => act));
    const rest = takeResults(
      queue,
      acts.slice(0, 100).map((act) => answer(act)),
    );
    expect(nextActs(rest, COUNTER)).toEqual(acts.slice(100).map(({ act }) => act));
  });

  test("nothing of another cook or another care point", () => {
    const mine = noted("a", 0);
    const queue = queueOf(mine, { ...noted("b", 1), actorId: "other" }, { ...noted("c", 2), carePointId: "other" });
    expect(nextActs(queue, COUNTER)).toEqual([mine.act]);
  });

  test("a reload in the middle loses nothing and sends the same acts under the same names", () => {
    const [first, second] = [noted("a", 0), noted("b", 1, "mark_no_show")];
    const before = takeResults(queueOf(first, second), [answer(first)]);
    const after = JSON.parse(JSON.stringify(before)) as RosterQueue;
    expect(after).toEqual(before);
    expect(nextActs(after, COUNTER)).toEqual([second.act]);
  });

  test("is what the server reads: ids made on a phone are UUIDs", () => {
    const { act } = noted("a", 0);
    const ids = Array.from({ length: 50 }, newUuid);
    expect(ids.every((id) => OfflineAct.safeParse({ ...act, id }).success)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("read results go, those of another care point stay", () => {
    const [here, there] = [noted("a", 0), { ...noted("b", 1), carePointId: "other" }];
    const told = takeResults(queueOf(here, there), [answer(here), answer(there)]);
    expect(putAwayReported(told, "canteen").reported.map(({ id }) => id)).toEqual([there.act.id]);
  });
});

describe("the roster as it stands after what was noted", () => {
  const stand = (rows: RosterRow[], ...acts: NotedAct[]) =>
    rowsAsNoted(rows, { acts: acts.map(({ act }) => act), clockOffMs: 0 });

  test("handed out, taken back, handed out again: the last one in time counts, whatever the order of notes", () => {
    const acts = [noted("a", 0), noted("a", 1, "undo_check_in"), noted("a", 2)];
    expect(stand([row("a")], ...acts)[0]).toMatchObject({
      state: "served",
      servedAt: at(2),
      undoUntil: at(4),
    });
    const [last = noted("a", 2), undone = noted("a", 1), first = noted("a", 0)] = [...acts].reverse();
    expect(stand([row("a")], last, undone, first)[0]).toMatchObject({
      state: "served",
      servedAt: at(2),
    });
    expect(stand([row("a")], undone, first)[0]).toMatchObject({ state: "booked", servedAt: null });
  });

  test("what was handed out before keeps its time; who came is not noted as not come", () => {
    const served = row("a", { state: "served", servedAt: at(-5) });
    expect(stand([served], noted("a", 0))[0]).toBe(served);
    expect(stand([served], noted("a", 0, "mark_no_show"))[0]).toBe(served);
    expect(stand([row("b")], noted("b", 0, "mark_no_show"))[0]).toMatchObject({
      state: "no_show",
    });
  });

  test("a phone that is ten minutes slow shows the server's time", () => {
    const act = noted("a", 0);
    const [standing] = rowsAsNoted([row("a")], { acts: [act.act], clockOffMs: 10 * 60_000 });
    expect(standing?.servedAt).toBe(at(10));
  });

  test("a typed code finds by its end, who still waits first", () => {
    const rows = [
      row("a", { state: "served" }),
      row("b"),
      row("c", { codeTail: "14" }),
      row("d", { codeTail: null, isWalkIn: true }),
    ];
    expect(rowsOfCode(rows, "482913").map(({ bookingId }) => bookingId)).toEqual(["b", "a"]);
    expect(rowsOfCode(rows, "482999")).toEqual([]);
  });
});
