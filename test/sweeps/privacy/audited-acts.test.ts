import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { PersonModel } from "@server/domains/accounts/person.model";
import { sealPhone } from "@server/domains/accounts/personal-values";
import { relayedChain } from "@test/support/audit";
import { until } from "@test/support/until";
import { send, sweptEndpoints, tokenOf, type SweptEndpoint } from "../endpoints/examples";
import { makeWorld, type World } from "../endpoints/world";

/** Endpoints that leave no entry under their own name, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  "accounts.sendLoginCode": "the phone of its example is nobody's: nothing changes; a registered one is tried below",
  "notices.readNotices": "a mark on what one was told oneself; the notice keeps when, and nobody else's matter changes",
  "notices.allowMessages": "its ledger is the record: one document a tap with its time, of which only the use is noted",
  "meal-counter.getCounterDay": "numbers only: nobody is shown",
  "meal-counter.getMenuForResident": "what everybody may see; a warning only by her own leave, as on her own menu",
  "care-point-records.getOwnRecord": "facts of the place only: nobody is shown",
  "menu-planning.getMenuWeek": "menus only: nobody is shown",
  "record-changes.listOwnChanges": "facts of the place only: nobody is shown",
  "record-changes.listOfficeChanges": "facts of places only: nobody is shown",
  "office-records.listOfficeRecords": "facts of places only: nobody is shown",
  "office-records.searchOfficeRecords": "facts of places only: nobody is shown",
  "office-records.getOfficeRecord": "facts of the place only: nobody is shown",
  "build-out.listMealPoints": "facts of places that are built: nobody is shown",
  "build-out.getMealPoint": "facts of a place that is built, with which colleague did what: no resident is shown",
  "programme.listBatches": "names of batches only: nobody is shown",
  "programme.getPlate": "what is printed for everybody to read: nobody is shown",
  "reconciliation.getReconciliation": "figures only: nobody is shown",
  "reconciliation.listUnmatched": "facts of places only: nobody is shown",
  "survey-photos.listSurveyPhotos": "pictures of a place that is built: nobody is named",
};

/** Endpoints that leave the entries of what was done through them. */
const doneThrough: Readonly<Record<string, readonly string[]>> = {
  "meal-counter.syncRoster": ["meal-counter.check-in"],
};

/** R-A2: what changes something, and what shows staff other people. */
const isAudited = ({ name, endpoint, as }: SweptEndpoint & { as: string | undefined }) =>
  (endpoint.method === "POST" || as === "manager" || as === "officer") && !(name in exceptions);

/** `meals.bookMeal` is audited as `meals.book-meal`. */
const actOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.app.close());

describe("every act leaves one entry", () => {
  test.each(sweptEndpoints)("$name", async (swept) => {
    const { name, endpoint, example } = swept;
    const input = await example(world);
    const token = await tokenOf(world, input);
    const before = (await relayedChain(world.app)).length;
    expect((await send({ world, endpoint, input, token })).status).toBeLessThan(300);
    const entries = (await relayedChain(world.app)).slice(before);
    const isExpected = isAudited({ ...swept, as: input.as });
    expect(entries.map(({ act }) => act)).toEqual(isExpected ? (doneThrough[name] ?? [actOf(name)]) : []);
    for (const { actorId } of entries) {
      if (input.as === "elder") expect(actorId).toBe(world.elderId);
      if (input.as === "manager") expect(actorId).toBe(world.managerId);
    }
  });

  test("each exception is an endpoint and has its reason", () => {
    const names = sweptEndpoints.map(({ name }) => name);
    for (const [name, reason] of Object.entries(exceptions)) {
      expect(names).toContain(name);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});

test("a code sent to a registered phone", async () => {
  const [_id, phone] = [world.elderId, "13700137000"];
  await PersonModel.updateOne({ _id }, { $set: sealPhone({ sealer: world.app.deps.sealer, personId: _id }, phone) });
  const before = (await relayedChain(world.app)).length;
  await world.app.request.post("/api/accounts/login-codes/sms").send({ phone }).expect(200);
  // Looking up and sending go on after the answer.
  await until(async () => (await relayedChain(world.app)).length > before);
  expect((await relayedChain(world.app)).at(-1)).toMatchObject({ act: "accounts.send-login-code", actorId: _id });
});

test("a refused act leaves none", async () => {
  const token = await world.token("elder");
  const before = (await relayedChain(world.app)).length;
  const body = { carePointId: world.carePointId, search: "王" };
  const call = world.app.request.post("/api/accounts/residents/search").set("Authorization", `Bearer ${token}`);
  expect((await call.send(body)).status).toBe(403);
  expect(await relayedChain(world.app)).toHaveLength(before);
});
