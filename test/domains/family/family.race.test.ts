import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { BondModel } from "@server/domains/family/bond.model";
import { buildBond } from "@server/domains/family/family.builders";
import { findBond } from "@server/domains/family/family.queries";
import { InvitationModel } from "@server/domains/family/invitation.model";
import { startApp, type TestApp } from "@test/support/app";
import { familyClient, type Known } from "@test/support/family";

const HELPERS_AT_MOST = 5;
const ELDERS_AT_MOST = 8;
let app: TestApp;
let client: ReturnType<typeof familyClient>;
beforeAll(async () => {
  app = await startApp();
  client = familyClient(app);
});
afterAll(() => app.close());

const many = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

/** What not to do: count, then insert. It stands here to prove that the crowd would break a guard that can be broken. */
async function bindNaively(elder: string, helper: string): Promise<void> {
  const bonds = database().collection("naive_bonds");
  if ((await bonds.countDocuments({ elder })) < HELPERS_AT_MOST) await bonds.insertOne({ elder, helper });
}

/** What not to do: look whether it is unused, then mark it. */
async function takeNaively(code: string): Promise<boolean> {
  const codes = database().collection<{ _id: string; isUsed: boolean }>("naive_codes");
  const found = await codes.findOne({ _id: code, isUsed: false });
  if (!found) return false;
  await codes.updateOne({ _id: code }, { $set: { isUsed: true } });
  return true;
}

describe("a code is good once", () => {
  test("of twenty people with the same code exactly one comes to act; a naive control lets in more", async () => {
    const elder = await client.elder();
    const helpers = await many(20, () => client.daughter());
    const code = await client.codeOf(elder);
    const answers = await Promise.all(helpers.map((helper) => client.accept(helper, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers) if (status !== 200) expect(body.error.code).toBe("invitation_refused");
    expect(await BondModel.countDocuments({ elder: elder.id, active: true })).toBe(1);

    await database()
      .collection<{ _id: string; isUsed: boolean }>("naive_codes")
      .insertOne({ _id: code, isUsed: false });
    const naive = await many(20, () => takeNaively(code));
    expect(naive.filter((isTaken) => isTaken).length).toBeGreaterThan(1);
  });

  test("ten copies of one request make one bond and say the same", async () => {
    const [elder, daughter] = [await client.elder(), await client.daughter()];
    const code = await client.codeOf(elder);
    const answers = await many(10, () => client.accept(daughter, code));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body.data)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await BondModel.countDocuments({ elder: elder.id })).toBe(1);
  });
});

describe("limits hold when everybody comes at once", () => {
  test("twelve helpers for one elder: five act for her; a naive control lets in more", async () => {
    const elder = await client.elder();
    const helpers = await many(12, () => client.daughter());
    const ends = await Promise.allSettled(
      helpers.map((helper) => buildBond(app.deps, { elder: elder.id, helper: helper.id })),
    );
    const refused = ends
      .filter((end) => end.status === "rejected")
      .map(({ reason }) => (reason as { code: string }).code);
    expect([ends.length - refused.length, new Set(refused)]).toEqual([HELPERS_AT_MOST, new Set(["too_many_helpers"])]);
    expect(await BondModel.countDocuments({ elder: elder.id, active: true })).toBe(HELPERS_AT_MOST);

    await Promise.all(helpers.map(({ id }) => bindNaively(elder.id, id)));
    expect(await database().collection("naive_bonds").countDocuments({})).toBeGreaterThan(HELPERS_AT_MOST);
  });

  test("twelve elders invite one helper, who takes up all at once: eight hold", async () => {
    const helper = await client.daughter();
    const elders = await many(12, () => client.elder());
    const codes = await Promise.all(elders.map((elder) => client.codeOf(elder)));
    const answers = await Promise.all(codes.map((code) => client.accept(helper, code)));
    const codesOf = answers.map(({ status, body }) => body.error?.code ?? status);
    expect(codesOf.filter((code) => code === 200)).toHaveLength(ELDERS_AT_MOST);
    expect(codesOf.filter((code) => code === "too_many_elders")).toHaveLength(12 - ELDERS_AT_MOST);
    expect(await BondModel.countDocuments({ helper: helper.id, active: true })).toBe(ELDERS_AT_MOST);
  });

  test("two invitations of one elder for the same helper make one bond, renewed by the other", async () => {
    const [elder, daughter] = [await client.elder(), await client.daughter()];
    const made = await many(6, (n) => buildBond(app.deps, { elder: elder.id, helper: daughter.id, _id: `both-${n}` }));
    expect(new Set(made.map(({ _id }) => _id)).size).toBe(1);
    const [bond] = await BondModel.find({ elder: elder.id }).lean();
    expect([...(bond?.invitations ?? [])].sort()).toEqual(made.map((_, n) => `both-${n}`));
  });
});

describe("withdrawing against everything else", () => {
  const standing = ({ id: elderId }: Known, { id: actorId }: Known) =>
    findBond({ elderId, actorId, now: app.clock.now() });

  test("both sides at once: it is over, and one of them ended it", async () => {
    const [elder, daughter] = [await client.elder(), await client.daughter()];
    const { _id } = await buildBond(app.deps, { elder: elder.id, helper: daughter.id });
    const answers = await Promise.all([client.withdraw(elder, _id), client.withdraw(daughter, _id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const bond = await BondModel.findById(_id).lean().orFail();
    expect(bond.outbox?.map(({ type }) => type)).toEqual(["family.bond-made", "family.bond-ended"]);
    expect([elder.id, daughter.id]).toContain(bond.endedBy);
  });

  test("while a code is taken up again: what was acknowledged as ended never holds again", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [elder, daughter] = [await client.elder(), await client.daughter()];
      const code = await client.codeOf(elder);
      const { body } = await client.accept(daughter, code);
      await Promise.all([client.withdraw(elder, body.data.id), client.accept(daughter, code)]);
      expect(await standing(elder, daughter)).toBeNull();
      expect((await client.accept(daughter, code)).status).toBe(409);
    }
  });

  test("an invitation half taken up by one is not open to another", async () => {
    const [elder, daughter, other] = [await client.elder(), await client.daughter(), await client.daughter()];
    const code = await client.codeOf(elder);
    await InvitationModel.updateOne({ elder: elder.id }, { $set: { usedBy: daughter.id } });
    const answers = await Promise.all([client.accept(other, code), client.accept(daughter, code)]);
    expect(answers.map(({ status }) => status)).toEqual([409, 200]);
  });
});
