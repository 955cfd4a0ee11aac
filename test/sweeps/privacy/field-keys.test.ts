import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { auditEvent } from "@server/core/audit/audit-event";
import { verifyChain } from "@server/core/audit/verify-chain";
import { AUDIT_READS_COLLECTION } from "@server/core/audit/audit.model";
import { reseal } from "@server/core/crypto/reseal";
import { createSealer, type FieldKey, type Sealer } from "@server/core/crypto/sealer";
import { database } from "@server/core/db/connect";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonModel, type PersonDocument } from "@server/domains/accounts/person.model";
import { openBirthDate, openPhoneTail, sealPhone } from "@server/domains/accounts/personal-values";
import { allDomains } from "@server/domains/index";
import { sealedFields } from "@server/sealed-fields";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";

/** More than two batches. */
const PEOPLE = 450;
const BIRTH_DATE = "1943-07-19";
const PHONE = "13912345670";
const indexKey = randomBytes(32);
const fieldKey = (id: string): FieldKey => ({ id, key: randomBytes(32) });
const [old, fresh] = [fieldKey("k1"), fieldKey("k2")];
const before = createSealer({ fieldKeys: [old], indexKey });
const during = createSealer({ fieldKeys: [fresh, old], indexKey });
const after = createSealer({ fieldKeys: [fresh], indexKey });

let app: TestApp;
const log: string[] = [];
beforeAll(async () => {
  app = await startApp({ env: { fieldKeys: [old], indexKey }, log });
});
afterAll(() => app.close());

const phoneOf = (n: number) => `138${String(n).padStart(8, "0")}`;
const people = () => PersonModel.find().sort({ _id: 1 }).limit(1_000).batchSize(1_000).lean<PersonDocument[]>();
const underKey = async (id: string) =>
  (await people())
    .flatMap(({ phone, birthDate }) => [phone, birthDate])
    .filter((sealed) => sealed?.startsWith(`${id}.`)).length;

async function resealAll(sealer: Sealer) {
  const done = { resealed: 0, missed: 0, unreadable: 0 };
  for (const field of sealedFields(allDomains)) {
    const { resealed, missed, unreadable } = await reseal({ db: database(), sealer, field });
    done.resealed += resealed;
    done.missed += missed;
    done.unreadable += unreadable;
  }
  return done;
}

describe("a change of the field key (R-X3)", () => {
  beforeEach(async () => {
    await PersonModel.deleteMany({});
    await database().collection("audit_entries").deleteMany({});
    const row = await buildPerson({ sealer: before, clock: app.clock }, { birthDate: BIRTH_DATE });
    await PersonModel.deleteMany({});
    const rows = Array.from({ length: PEOPLE }, (_, n) => {
      const _id = `person-${String(n).padStart(4, "0")}`;
      const birthDate = before.seal({ collection: "people", id: _id, field: "birthDate" }, BIRTH_DATE);
      return { ...row, _id, birthDate, ...sealPhone({ sealer: before, personId: _id }, phoneOf(n)) };
    });
    await PersonModel.insertMany(rows);
  });

  async function expectReadable(sealer: Sealer): Promise<void> {
    for (const [n, person] of (await people()).entries()) {
      expect(openBirthDate(sealer, person)).toBe(BIRTH_DATE);
      expect(openPhoneTail(sealer, person)).toBe(phoneOf(n).slice(-4));
    }
  }

  test("rotated, read, sealed anew, the old key taken away, read again", async () => {
    await expectReadable(during);
    await PersonModel.updateOne(
      { _id: "person-0007" },
      { $set: sealPhone({ sealer: during, personId: "person-0007" }, phoneOf(7)) },
    );
    expect(await resealAll(during)).toEqual({ resealed: 2 * PEOPLE - 1, missed: 0, unreadable: 0 });
    await expectReadable(after);
    expect(await underKey("k1")).toBe(0);
    expect(await resealAll(during)).toEqual({ resealed: 0, missed: 0, unreadable: 0 });
  });

  test("broken off in the middle all is readable, and the next run does the rest", async () => {
    let seals = 0;
    const dying: Sealer = {
      ...during,
      seal: (place, value) => {
        seals += 1;
        if (seals > PEOPLE / 2 + 50) throw new Error("killed");
        return during.seal(place, value);
      },
    };
    await expect(resealAll(dying)).rejects.toThrow("killed");
    const done = await underKey("k2");
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(2 * PEOPLE);
    await expectReadable(during);
    expect(await resealAll(during)).toEqual({ resealed: 2 * PEOPLE - done, missed: 0, unreadable: 0 });
    await expectReadable(after);
  });

  test("a value that changes meanwhile keeps its change, and is told of", async () => {
    const change = sealPhone({ sealer: before, personId: "person-0003" }, "13900139000");
    let isOvertaken = false;
    const slow = { db: database(), sealer: during, field: { collection: "people", field: "phone" } };
    const rows = database().collection("people");
    const racing = new Proxy(rows, {
      get: (target, name) => {
        if (name !== "bulkWrite") return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
        return async (...args: Parameters<typeof rows.bulkWrite>) => {
          if (!isOvertaken) await PersonModel.updateOne({ _id: "person-0003" }, { $set: change });
          isOvertaken = true;
          return target.bulkWrite(...args);
        };
      },
    });
    const db = new Proxy(slow.db, {
      get: (target, name) => (name === "collection" ? () => racing : Reflect.get(target, name)),
    });
    expect(await reseal({ ...slow, db })).toMatchObject({ resealed: PEOPLE - 1, missed: 1 });
    const overtook = await PersonModel.findById("person-0003").lean<PersonDocument>().orFail();
    expect(openPhoneTail(before, overtook)).toBe("9000");
    expect(await reseal(slow)).toMatchObject({ resealed: 1, missed: 0 });
  });

  test("a wrong key under the old name opens nothing, changes nothing and shows nothing", async () => {
    const wrong = createSealer({ fieldKeys: [fresh, fieldKey("k1")], indexKey });
    const stood = JSON.stringify(await people());
    expect(await resealAll(wrong)).toEqual({ resealed: 0, missed: 0, unreadable: 2 * PEOPLE });
    expect(JSON.stringify(await people())).toBe(stood);
  });

  test("a reason in the audit chain is sealed anew, and the chain stays whole", async () => {
    const note = { act: "probe.note", actorId: "cook-1", subject: { type: "probe", id: "p" }, reason: "没带手机" };
    const event = auditEvent({ ...note, now: app.clock.now() });
    await database()
      .collection<{ _id: string; outbox: object[] }>(AUDIT_READS_COLLECTION)
      .insertOne({ _id: "r", outbox: [event] });
    const [sealed] = await relayedChain(app);
    expect(sealed?.reason).toMatch(/^k1\./);
    expect((await resealAll(during)).resealed).toBe(2 * PEOPLE + 1);
    const chain = await relayedChain(app);
    expect(chain[0]?.reason).toMatch(/^k2\./);
    expect(await verifyChain(chain, { sealer: after, heads: [] })).toEqual({ isWhole: true, entries: 1 });
  });
});

test("a person whose values no key opens is refused her page; neither answer nor log shows anything of them", async () => {
  const stranger = createSealer({ fieldKeys: [fieldKey("k1")], indexKey });
  const person = await buildPerson({ sealer: stranger, clock: app.clock }, { birthDate: BIRTH_DATE, phone: PHONE });
  const token = await app.signInAs(person._id);
  const answer = await app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`);
  expect([answer.status, answer.body.error.code]).toEqual([500, "internal"]);
  const said = `${answer.text}\n${log.join("\n")}`;
  expect(said).toContain("request failed");
  for (const secret of [BIRTH_DATE, PHONE, person.birthDate ?? "", person.phone ?? ""])
    expect(said).not.toContain(secret);
});
