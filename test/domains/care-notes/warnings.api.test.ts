import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { startApp, type TestApp } from "@test/support/app";
import { careNotesClient } from "@test/support/care-notes";
import { commandsDuring, inWords } from "@test/support/commands";
import { familyClient, type Known } from "@test/support/family";
import { mealsClient, wishFor } from "@test/support/meals";

let app: TestApp;
let client: ReturnType<typeof careNotesClient>;
let menu: MenuDocument;
let elder: Known;
let daughter: Known;
beforeAll(async () => {
  app = await startApp();
  client = careNotesClient(app);
  menu = await buildMenu(app, {
    dishes: [
      { name: "红烧豆腐", allergens: ["soybean"], dietMarks: ["soft", "low_salt"] },
      { name: "番茄炒蛋", allergens: ["egg", "soybean"], dietMarks: ["soft"] },
      { name: "清炖鸡", allergens: [], dietMarks: ["low_salt"] },
    ],
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  const family = familyClient(app);
  [elder, daughter] = [await family.elder(), await family.daughter()];
});

const query = () => ({ carePointId: menu.carePointId });
/** The warnings of the three dishes, for whoever looks. */
async function warningsFor(who: Known | null, elderId?: string): Promise<string[][]> {
  const { status, body } = await client.menu(who, { ...query(), ...(elderId === undefined ? {} : { elderId }) });
  expect(status).toBe(200);
  return body.data.menu.dishes.map(({ warnings }: { warnings: string[] }) => warnings);
}

describe("the menu warns", () => {
  test("of what she is allergic to, dish by dish and in words", async () => {
    await client.save(elder, { allergens: ["soybean", "egg", "fish"] });
    expect(await warningsFor(elder)).toEqual([
      ["含大豆，您登记过对大豆过敏"],
      ["含大豆、鸡蛋，您登记过对大豆、鸡蛋过敏"],
      [],
    ]);
  });

  test("of what a dish is not marked as", async () => {
    await client.save(elder, { allergens: ["egg"], dietMarks: ["low_salt"] });
    expect(await warningsFor(elder)).toEqual([
      [],
      ["含鸡蛋，您登记过对鸡蛋过敏", "没有标“少盐”，您登记过要吃少盐"],
      [],
    ]);
  });

  test("nobody who noted nothing, took it back or is not signed in", async () => {
    expect(await warningsFor(null)).toEqual([[], [], []]);
    expect(await warningsFor(elder)).toEqual([[], [], []]);
    await client.save(elder);
    expect(await warningsFor(daughter)).toEqual([[], [], []]);
    await client.withdraw(elder);
    expect(await warningsFor(elder)).toEqual([[], [], []]);
  });

  test("and never forbids: the dish is booked all the same", async () => {
    await client.save(elder);
    expect((await mealsClient(app).book(elder, wishFor(elder, menu))).status).toBe(201);
  });
});

describe("who looks for an elder", () => {
  test("is warned of hers, not of his own, when she lets him look after it", async () => {
    await buildBond(app.deps, { elder: elder.id, helper: daughter.id, scopes: ["meals", "care_notes"] });
    await client.save(elder);
    await client.save(daughter, { allergens: ["egg"] });
    expect(await warningsFor(daughter, elder.id)).toEqual([
      ["含大豆，登记过对大豆过敏"],
      ["含大豆，登记过对大豆过敏"],
      [],
    ]);
    expect((await warningsFor(daughter))[0]).toEqual([]);
  });

  test("sees the menu without them when he may only order", async () => {
    await buildBond(app.deps, { elder: elder.id, helper: daughter.id, scopes: ["meals"] });
    await client.save(elder);
    expect(await warningsFor(daughter, elder.id)).toEqual([[], [], []]);
  });

  test("is told that there is nobody when there is no bond, and to sign in as a guest", async () => {
    await client.save(elder);
    const named = { ...query(), elderId: elder.id };
    expect((await client.menu(daughter, named)).body.error.code).toBe("not_found");
    expect((await client.menu(null, named)).body.error.code).toBe("sign_in_required");
  });
});

test("warnings cost one command more than the menu, for an elder two", async () => {
  await buildBond(app.deps, { elder: elder.id, helper: daughter.id, scopes: ["meals", "care_notes"] });
  await client.save(elder);
  // The place's name and the sessions are in the caches, as after the first page.
  await warningsFor(elder);
  await warningsFor(daughter, elder.id);
  const guest = await commandsDuring(() => warningsFor(null));
  const own = await commandsDuring(() => warningsFor(elder));
  const helped = await commandsDuring(() => warningsFor(daughter, elder.id));
  expect(inWords(guest)).toEqual(["find menus", "find menus"]);
  expect([...inWords(own)].sort()).toEqual(["find care_notes", "find menus", "find menus"]);
  expect([...inWords(helped)].sort()).toEqual(["find bonds", "find care_notes", "find menus", "find menus"]);
});
