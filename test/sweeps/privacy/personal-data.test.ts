import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { PersonModel } from "@server/domains/accounts/person.model";
import { relayedChain } from "@test/support/audit";
import { send, sweptEndpoints, tokenOf } from "../endpoints/examples";
import { makeWorld, type World } from "../endpoints/world";

/** Collections in which an id of a person stands and that no domain erases, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  account_deletions: "the proof that somebody left: her pseudonym, when, and that it is done",
  audit_entries: "who did what to whom: pseudonyms only, and a chain that must stay whole (R-A1, R-X5)",
  audit_reads: "waits a second for the relay, which drops it once it is in the chain",
  care_point_merges: "who of an office's staff proposed and agreed to a merge: two people, by id",
  care_point_imports: "who of an office's staff brought a list in and had it applied, by id; gone after ninety days",
  care_point_import_rows: "who decided what a row means, for the second until the relay has taken it",
  care_points: "who of the staff confirmed or changed an entry, for the second until the relay has taken it",
  counter_acts: "what a member of staff did offline, by her id; gone after thirty days",
  credentials: "login names of staff, whose role a manager takes, with the name, before they can leave",
  dishes: "that staff changed a dish, for the second until the relay has taken it",
  office_acts: "who of an office published or withheld an entry: staff in their office, by id",
  person_merges: "that two records are one person, and who said so: pseudonyms only, which a late repeat is told by",
  meal_points: "who of the offices proposed, surveyed and verified a point: staff in their office, by id",
  meal_point_batches: "who of an office published a batch: staff in their office, by id",
  target_splits: "who of an office split the target: staff in their office, by id",
  menus: "who closed a date: staff in their office, by id",
};

let world: World;
const found = new Set<string>();
beforeAll(async () => {
  world = await makeWorld();
  for (const { endpoint, example } of sweptEndpoints) {
    const input = await example(world);
    await send({ world, endpoint, input, token: await tokenOf(world, input) });
    await collect();
  }
  await relayedChain(world.app);
  await collect();
}, 240_000);
afterAll(() => world.app.close());

/** Notes every collection in which the id of somebody stands. */
async function collect(): Promise<void> {
  const ids = (await PersonModel.find().select({ _id: 1 }).lean()).map(({ _id }) => _id);
  for (const { name } of await database().listCollections().toArray()) {
    if (found.has(name)) continue;
    for await (const document of database().collection(name).find()) {
      const text = JSON.stringify(document);
      if (ids.some((id) => text.includes(id))) found.add(name);
    }
  }
}

describe("every collection that knows a person is some domain's to show and to erase (R-X5)", () => {
  const known = () => world.app.deps.personalData().flatMap(({ collections }) => collections);

  test("none is forgotten", () => {
    const forgotten = [...found].filter((name) => !known().includes(name) && !(name in exceptions));
    expect(forgotten).toEqual([]);
  });

  test("each that a domain names holds somebody, and belongs to one", () => {
    expect(known().filter((name) => !found.has(name))).toEqual([]);
    expect(new Set(known()).size).toBe(known().length);
  });

  test("each exception has its reason and is none of them", () => {
    for (const [name, reason] of Object.entries(exceptions)) {
      expect(reason.length).toBeGreaterThan(20);
      expect(known()).not.toContain(name);
    }
  });
});
