import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { commonErrors } from "@shared/core/errors";
import { familyContract } from "@shared/domains/family/family.contract";
import { database } from "@server/core/db/connect";
import { trusted } from "@server/core/db/trusted";
import { buildCarePoint } from "@server/domains/care-points/index";
import { BondModel } from "@server/domains/family/bond.model";
import { InvitationModel } from "@server/domains/family/invitation.model";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { familyClient, HER_BIRTH_DATE, otherThan, type Known } from "@test/support/family";

const MINUTE = 60_000;
const { errors } = familyContract;
let app: TestApp;
let client: ReturnType<typeof familyClient>;
let elder: Known;
let daughter: Known;
beforeAll(async () => {
  app = await startApp();
  client = familyClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  [elder, daughter] = [await client.elder(), await client.daughter()];
});
afterAll(() => app.close());

const refusal = ({ status, body }: { status: number; body: { error?: { code: string; message: string } } }) => [
  status,
  body.error?.code,
  body.error?.message,
];
const REFUSED = [409, "invitation_refused", errors.invitation_refused.text];

describe("an invitation", () => {
  test("is six digits for a quarter of an hour, and takes whoever has them and the birth date", async () => {
    const invited = await client.invite(elder);
    expect([invited.status, invited.body.data]).toEqual([
      200,
      {
        code: expect.stringMatching(/^\d{6}$/),
        expiresAt: "2026-11-22T02:15:00.000Z",
        validLabel: "15 分钟内有效，到 10:15",
      },
    ]);
    const accepted = await client.accept(daughter, invited.body.data.code);
    expect([accepted.status, accepted.body.data]).toEqual([
      200,
      {
        id: expect.any(String),
        person: { id: elder.id, preferredName: "王阿姨" },
        label: "王阿姨",
        communityId: null,
        scopes: ["meals"],
        periodLabel: "2026年11月22日起，到 2027年11月22日",
      },
    ]);
  });

  test.each([
    ["month", "2026年11月22日起，到 2026年12月22日"],
    ["year", "2026年11月22日起，到 2027年11月22日"],
    ["open", "2026年11月22日起，直到取消"],
  ] as const)("for %s: %s", async (lasts, periodLabel) => {
    const { body } = await client.accept(daughter, await client.codeOf(elder, { lasts }));
    expect(body.data.periodLabel).toBe(periodLabel);
  });

  test("gives what the elder chose and no more", async () => {
    const code = await client.codeOf(elder, { scopes: ["care_notes", "meals"], relation: "community_worker" });
    const { body } = await client.accept(daughter, code);
    expect(body.data.scopes).toEqual(["care_notes", "meals"]);
    const hers = await client.bonds(elder);
    expect(hers.body.data.actForMe[0].label).toBe("社区工作人员小敏");
  });

  test.each([
    ["no scope", { scopes: [] }],
    ["a scope twice", { scopes: ["meals", "meals"] }],
    ["a scope there is not", { scopes: ["money"] }],
  ])("%s is refused", async (_title, body) => {
    const { status } = await client.invite(elder, body as never);
    expect(status).toBe(422);
  });

  test("its digits stand nowhere in the database", async () => {
    const code = await client.codeOf(elder);
    await client.accept(daughter, code);
    const rows = await database().collection("family_invitations").find({ elder: elder.id }).toArray();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test("a new one ends the earlier one", async () => {
    const first = await client.codeOf(elder);
    const second = await client.codeOf(elder);
    expect(refusal(await client.accept(daughter, first))).toEqual(REFUSED);
    expect((await client.accept(daughter, second)).status).toBe(200);
  });

  test("somebody without a birth date is told to add it first", async () => {
    const new1 = await client.somebody({ birthDate: null });
    expect(refusal(await client.invite(new1))).toEqual([409, "birth_date_needed", errors.birth_date_needed.text]);
  });
});

describe("one same sentence", () => {
  test("for a code nobody made", async () => {
    const code = await client.codeOf(elder);
    expect(refusal(await client.accept(daughter, otherThan(code)))).toEqual(REFUSED);
  });

  test("for another birth date, and the right one still works", async () => {
    const code = await client.codeOf(elder);
    expect(refusal(await client.accept(daughter, code, "1948-05-07"))).toEqual(REFUSED);
    expect((await client.accept(daughter, code)).status).toBe(200);
  });

  test("for the code of another elder", async () => {
    const other = await client.somebody({ preferredName: "李大爷", birthDate: "1935-02-03" });
    const code = await client.codeOf(other);
    expect(refusal(await client.accept(daughter, code, HER_BIRTH_DATE))).toEqual(REFUSED);
  });

  test("from the first moment after its time, and not before", async () => {
    const [late, early] = [await client.codeOf(elder), await client.codeOf(await client.elder())];
    app.clock.advance(15 * MINUTE - 1);
    expect((await client.accept(daughter, early)).status).toBe(200);
    app.clock.advance(1);
    expect(refusal(await client.accept(daughter, late))).toEqual(REFUSED);
  });

  test("for one that somebody else used", async () => {
    const code = await client.codeOf(elder);
    expect((await client.accept(daughter, code)).status).toBe(200);
    expect(refusal(await client.accept(await client.daughter(), code))).toEqual(REFUSED);
    expect(await BondModel.countDocuments({ elder: elder.id })).toBe(1);
  });

  test("for one whose bond was ended since: it is not revived", async () => {
    const code = await client.codeOf(elder);
    const { body } = await client.accept(daughter, code);
    await client.withdraw(elder, body.data.id);
    expect(refusal(await client.accept(daughter, code))).toEqual(REFUSED);
    expect((await client.bonds(daughter)).body.data.iActFor).toEqual([]);
  });
});

describe("taking it up", () => {
  test("again after a lost reply shows the bond that it made", async () => {
    const code = await client.codeOf(elder);
    const first = await client.accept(daughter, code);
    const again = await client.accept(daughter, code);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await BondModel.countDocuments({ elder: elder.id })).toBe(1);
  });

  test("is finished by a repeat when the first was cut off before the bond was written", async () => {
    const code = await client.codeOf(elder);
    await InvitationModel.updateOne({ elder: elder.id }, { $set: { usedBy: daughter.id } });
    expect((await client.accept(daughter, code)).status).toBe(200);
  });

  test("nobody acts for herself", async () => {
    const code = await client.codeOf(elder);
    expect(refusal(await client.accept(elder, code))).toEqual([409, "own_invitation", errors.own_invitation.text]);
    expect((await client.accept(daughter, code)).status).toBe(200);
  });

  test("by somebody who acts already renews the bond with its own terms", async () => {
    const first = await client.accept(daughter, await client.codeOf(elder, { lasts: "month" }));
    app.clock.advance(24 * 60 * MINUTE);
    const second = await client.accept(daughter, await client.codeOf(elder, { scopes: ["care_notes"], lasts: "open" }));
    expect([second.body.data.id, second.body.data.scopes]).toEqual([first.body.data.id, ["care_notes"]]);
    expect(second.body.data.periodLabel).toBe("2026年11月22日起，直到取消");
    expect((await client.bonds(elder)).body.data.actForMe).toHaveLength(1);
  });
});

describe("staff of a care point", () => {
  const staffAt = async (regionId: string) => {
    const { _id: carePointId } = await buildCarePoint({ regionId });
    const cook = await client.somebody({
      preferredName: "陈师傅",
      memberships: [{ carePointId, role: "care_point_staff" }],
    });
    return { cook, carePointId };
  };

  test("invite for an elder of their district who stands before them", async () => {
    const { _id: communityId } = await buildCommunity();
    const { cook, carePointId } = await staffAt(communityId);
    const lady = await client.somebody({ communityId });
    const code = await client.codeOf(cook, { onBehalf: { elderId: lady.id, carePointId } });
    const { status, body } = await client.accept(daughter, code);
    expect([status, body.data.person.id, body.data.communityId]).toEqual([200, lady.id, communityId]);
    const [invitation] = await InvitationModel.find({ elder: lady.id }).lean();
    expect(invitation?.outbox?.[0]?.audit).toEqual({
      act: "family.invite-family",
      actorId: cook.id,
      subject: { type: "family-invitation", id: invitation?._id },
      forPersonId: lady.id,
      carePointId,
    });
  });

  test("not for an elder elsewhere, nor at a care point that is not theirs", async () => {
    const { _id: communityId } = await buildCommunity();
    const { cook, carePointId } = await staffAt(communityId);
    const absent = await client.invite(cook, { onBehalf: { elderId: "no-such-person", carePointId } });
    const foreign = await client.invite(cook, { onBehalf: { elderId: elder.id, carePointId } });
    expect(refusal(absent)).toEqual([404, "not_found", commonErrors.not_found.text]);
    expect(refusal(foreign)).toEqual(refusal(absent));
    const lady = await client.somebody({ communityId });
    const stranger = await client.invite(daughter, { onBehalf: { elderId: lady.id, carePointId } });
    expect(refusal(stranger)).toEqual([403, "forbidden", commonErrors.forbidden.text]);
    expect(await InvitationModel.countDocuments({ elder: trusted({ $in: [lady.id, elder.id] }) })).toBe(0);
  });
});
