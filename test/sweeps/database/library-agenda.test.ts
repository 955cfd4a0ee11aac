import { afterEach, describe, expect } from "@jest/globals";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import { conformanceDatabase, statement } from "./conformance";

const { db } = await conformanceDatabase();
const running: Agenda[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((agenda) => agenda.stop()));
});

/** One worker of the job queue, as the product sets it up. */
async function worker(collection: string): Promise<Agenda> {
  const backend = new MongoBackend({ mongo: db, collection, ensureIndex: false });
  const agenda = new Agenda({ backend, processEvery: 50, defaultLockLifetime: 1_000 });
  await agenda.ready;
  running.push(agenda);
  return agenda;
}

/** Resolves with what the first run of the job was given, and counts all its runs. */
function counted(agenda: Agenda, name: string) {
  const seen: unknown[] = [];
  const first = new Promise<unknown>((resolve) => {
    agenda.define(name, async (job) => {
      seen.push(job.attrs.data);
      resolve(job.attrs.data);
    });
  });
  return { first, seen };
}

describe("agenda on its MongoDB backend", () => {
  statement("a job for now runs once with its data and is marked finished", async () => {
    const agenda = await worker("jobs1");
    const { first, seen } = counted(agenda, "meals.remind");
    await agenda.start();
    await agenda.now("meals.remind", { booking: "b1" });
    expect(await first).toEqual({ booking: "b1" });
    const unfinished = { name: "meals.remind", lastFinishedAt: null };
    while ((await db.collection("jobs1").countDocuments(unfinished)) > 0) await agenda.queryJobs({});
    expect(seen).toHaveLength(1);
    const { jobs } = await agenda.queryJobs({ name: "meals.remind" });
    expect(jobs[0]).toMatchObject({ name: "meals.remind", lastFinishedAt: expect.any(Date) });
  });

  statement("a job scheduled for later is stored and does not run early", async () => {
    const agenda = await worker("jobs2");
    const { seen } = counted(agenda, "later");
    await agenda.start();
    await agenda.schedule(new Date(Date.now() + 3_600_000), "later", { n: 1 });
    const { jobs } = await agenda.queryJobs({ name: "later" });
    expect(jobs).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  statement("every keeps one document per job name, however often it is said", async () => {
    const agenda = await worker("jobs3");
    counted(agenda, "nightly");
    await agenda.start();
    for (let said = 0; said < 3; said += 1) await agenda.every("1 day", "nightly");
    expect(await db.collection("jobs3").countDocuments({ name: "nightly" })).toBe(1);
  });

  statement("two workers share a queue: each job is locked by one and runs once", async () => {
    const [one, two] = [await worker("jobs4"), await worker("jobs4")];
    const [a, b] = [counted(one, "shared"), counted(two, "shared")];
    await Promise.all([one.start(), two.start()]);
    for (let n = 0; n < 20; n += 1) await one.now("shared", { n });
    const open = { lastFinishedAt: null };
    while ((await db.collection("jobs4").countDocuments(open)) > 0) await one.queryJobs({ name: "shared" });
    const numbers = [...a.seen, ...b.seen].map((data) => (data as { n: number }).n).sort((x, y) => x - y);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  statement("cancel removes the jobs it names", async () => {
    const agenda = await worker("jobs5");
    counted(agenda, "gone");
    await agenda.schedule(new Date(Date.now() + 3_600_000), "gone");
    expect(await agenda.cancel({ name: "gone" })).toBe(1);
    expect(await db.collection("jobs5").countDocuments()).toBe(0);
  });
});
