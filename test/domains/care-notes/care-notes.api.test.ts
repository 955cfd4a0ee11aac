import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CareNotesModel } from "@server/domains/care-notes/care-notes.model";
import { buildBond } from "@server/domains/family/family.builders";
import { BondModel } from "@server/domains/family/bond.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { careNotesClient } from "@test/support/care-notes";
import { familyClient, type Known } from "@test/support/family";

let app: TestApp;
let client: ReturnType<typeof careNotesClient>;
let family: ReturnType<typeof familyClient>;
let elder: Known;
let daughter: Known;
beforeAll(async () => {
  app = await startApp();
  client = careNotesClient(app);
  family = familyClient(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  [elder, daughter] = [await family.elder(), await family.daughter()];
});

const bind = (scopes: readonly ("meals" | "care_notes")[]) =>
  buildBond(app.deps, { elder: elder.id, helper: daughter.id, scopes });
const stored = () => CareNotesModel.findById(elder.id).lean();

describe("allergies and diet of a person", () => {
  test("are empty at first, with the words that she would agree to", async () => {
    const { status, body } = await client.read(elder);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ allergens: [], dietMarks: [], consent: null, asked: { version: "2026-11" } });
    expect(body.data.asked.words).toContain("随时可以撤回");
  });

  test("are kept with her consent noted: which words, when and by whom", async () => {
    const { body } = await client.save(elder, { allergens: ["soybean", "egg"], dietMarks: ["low_salt"] });
    expect(body.data).toMatchObject({ allergens: ["soybean", "egg"], dietMarks: ["low_salt"] });
    expect(body.data.consent).toEqual({
      version: "2026-11",
      at: "2026-11-22T02:00:00.000Z",
      label: "11月22日 您自己同意的",
    });
    expect((await client.read(elder)).body.data).toEqual(body.data);
    expect((await stored())?.consent).toMatchObject({ version: "2026-11", by: elder.id });
  });

  test("stand sealed in the database, for her document alone", async () => {
    await client.save(elder);
    await client.save(daughter, { allergens: ["milk"] });
    const mine = await stored();
    expect(JSON.stringify(mine)).not.toContain("soybean");
    // A value moved to somebody else does not open there.
    await CareNotesModel.updateOne({ _id: daughter.id }, { $set: { notes: mine?.notes ?? "" } });
    expect((await client.read(daughter)).status).toBe(500);
  });

  test("the later of two holds", async () => {
    await client.save(elder, { allergens: ["soybean"] });
    await client.save(elder, { allergens: [], dietMarks: ["vegetarian"] });
    expect((await client.read(elder)).body.data).toMatchObject({ allergens: [], dietMarks: ["vegetarian"] });
    expect(await CareNotesModel.countDocuments({ _id: elder.id })).toBe(1);
  });

  test.each([
    ["other words than today's", { consentVersion: "2020-01" }, 403, "consent_required"],
    ["an allergen nobody knows", { allergens: ["snow"] }, 422, "invalid_request"],
    ["one named twice", { allergens: ["egg", "egg"] }, 422, "invalid_request"],
    ["no consent at all", { consentVersion: undefined }, 422, "invalid_request"],
  ])("are not kept with %s", async (_why, body, status, code) => {
    const answer = await client.save(elder, body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(await stored()).toBeNull();
  });

  test("are erased when she takes her consent back, also twice", async () => {
    await client.save(elder);
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await client.withdraw(elder);
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ allergens: [], dietMarks: [], consent: null });
    }
    expect(await stored()).toMatchObject({ notes: null, consent: null });
  });

  test("leave an entry for each change, and none for taking back what is not there", async () => {
    const before = (await relayedChain(app)).length;
    await client.save(elder);
    await client.withdraw(elder);
    await client.withdraw(elder);
    const entries = (await relayedChain(app)).slice(before);
    expect(entries.map(({ act, actorId, forPersonId }) => [act, actorId, forPersonId])).toEqual([
      ["care-notes.save-care-notes", elder.id, elder.id],
      ["care-notes.withdraw-care-notes", elder.id, elder.id],
    ]);
  });
});

describe("who acts for her", () => {
  test("keeps them when she lets him look after this, and she is told without what they say", async () => {
    await bind(["meals", "care_notes"]);
    const { status, body } = await client.save(daughter, { elderId: elder.id });
    expect(status).toBe(200);
    expect(body.data.consent.label).toBe("11月22日 您替老人同意的");
    expect((await client.read(elder)).body.data.consent.label).toBe("11月22日 小敏替您同意的");
    expect((await stored())?.consent?.by).toBe(daughter.id);
    await relayedChain(app);
    const told = (await family.acts(elder)).body.data.acts.map(({ sentence }: { sentence: string }) => sentence);
    expect(told).toContain("女儿小敏替您登记了过敏和忌口");
    expect(JSON.stringify(told)).not.toContain("大豆");
  });

  test("sees what she noted herself, and may take it back for her", async () => {
    await bind(["care_notes"]);
    await client.save(elder);
    expect((await client.read(daughter, elder.id)).body.data).toMatchObject({
      allergens: ["soybean"],
      consent: { label: "11月22日 老人自己同意的" },
    });
    expect((await client.withdraw(daughter, elder.id)).status).toBe(200);
    expect((await client.read(elder)).body.data.allergens).toEqual([]);
  });

  test.each(["for meals only", "not at all", "no more"])("has no way to them when he may act %s", async (how) => {
    await client.save(elder);
    if (how === "for meals only") await bind(["meals"]);
    if (how === "no more") {
      const { _id } = await bind(["care_notes"]);
      await BondModel.updateOne({ _id }, { $unset: { active: 1 } });
    }
    const answers = [
      await client.read(daughter, elder.id),
      await client.save(daughter, { elderId: elder.id, allergens: ["milk"] }),
      await client.withdraw(daughter, elder.id),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await client.read(elder)).body.data.allergens).toEqual(["soybean"]);
  });
});
