import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { relay } from "@server/core/outbox/relay";
import { auditOnly } from "@server/core/audit/audit-event";
import { AUDIT_COLLECTION, type AuditEntry } from "@server/core/audit/audit.model";
import { AppError } from "@server/core/app-error";
import { database } from "@server/core/db/connect";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { changeStaffRole, removeStaff } from "@server/domains/accounts/change-staff";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "@test/support/app";

const ROUNDS = 10;
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** A care point of its own with so many managers, and nobody else. */
async function managers(count: number) {
  const { _id: carePointId } = await buildCarePoint({});
  const memberships = [{ carePointId, role: "care_point_manager" }] as const;
  const people = await Promise.all(Array.from({ length: count }, () => buildPerson(app.deps, { memberships })));
  return { carePointId, ids: people.map(({ _id }) => _id) };
}

const managersLeft = (carePointId: string) =>
  PersonModel.countDocuments({ memberships: { carePointId, role: "care_point_manager" } });

interface Against {
  readonly carePointId: string;
  readonly actorId: string;
  readonly personId: string;
}

const ways = {
  remove: (against: Against) => removeStaff(app.deps, against),
  demote: (against: Against) => changeStaffRole(app.deps, { ...against, role: "care_point_staff" }),
};

/** "done", or the code with which it was refused. */
const endOf = (write: Promise<unknown>): Promise<string> =>
  write.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof AppError) return error.code;
      throw error;
    },
  );

describe("a care point keeps a manager", () => {
  test.each([
    ["remove", "remove"],
    ["demote", "demote"],
    ["remove", "demote"],
  ] as const)("when two %s and %s each other at once: one does it, the other is no manager any more", async (a, b) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { carePointId, ids } = await managers(2);
      const [one = "", other = ""] = ids;
      const ends = await Promise.all([
        endOf(ways[a]({ carePointId, actorId: one, personId: other })),
        endOf(ways[b]({ carePointId, actorId: other, personId: one })),
      ]);
      expect([...ends].sort()).toEqual(["done", "forbidden"]);
      expect(await managersLeft(carePointId)).toBe(1);
    }
  });

  test("when each of five removes the next in a circle", async () => {
    const { carePointId, ids } = await managers(5);
    const next = (at: number) => ids[(at + 1) % ids.length] ?? "";
    await Promise.all(ids.map((actorId, at) => endOf(ways.remove({ carePointId, actorId, personId: next(at) }))));
    expect(await managersLeft(carePointId)).toBeGreaterThanOrEqual(1);
  });

  test("a naive control, in which both look whether another is left and then write, leaves none", async () => {
    const { carePointId, ids } = await managers(2);
    const naive = database().collection<{ _id: string; carePointId: string }>("naive_managers");
    await naive.insertMany(ids.map((_id) => ({ _id, carePointId })));
    const seen = await Promise.all(ids.map(() => naive.countDocuments({ carePointId })));
    await Promise.all(ids.filter((_, at) => (seen[at] ?? 0) > 1).map((_id) => naive.deleteOne({ _id })));
    expect(await naive.countDocuments({ carePointId })).toBe(0);
  });
});

describe("whoever is no manager any more", () => {
  test("changes nobody, though her last request is still known here as a manager's", async () => {
    const { carePointId, ids } = await managers(2);
    const [her = "", other = ""] = ids;
    const token = await app.signInAs(her);
    const as = (path: string, body: object) =>
      app.request.post(`/api/accounts/staff${path}`).set("Authorization", `Bearer ${token}`).send(body);
    await as("/role", { carePointId, personId: other, role: "care_point_manager" }).expect(200);
    // As another process does it, which cannot make this one forget her.
    await PersonModel.updateOne({ _id: her }, { $set: { memberships: [{ carePointId, role: "care_point_staff" }] } });
    const refused = [
      await as("/role", { carePointId, personId: other, role: "care_point_staff" }),
      await as("/removals", { carePointId, personId: other }),
    ];
    expect(refused.map(({ body }) => body.error.code)).toEqual(["forbidden", "forbidden"]);
    expect(await managersLeft(carePointId)).toBe(1);
  });
});

test("what was done is in the audit once, by whom and to whom; what was refused or repeated is not", async () => {
  const { carePointId, ids } = await managers(2);
  const [one = "", other = ""] = ids;
  await Promise.all([
    endOf(ways.remove({ carePointId, actorId: one, personId: other })),
    endOf(ways.remove({ carePointId, actorId: one, personId: other })),
  ]);
  await endOf(ways.demote({ carePointId, actorId: other, personId: one }));
  await relay({ source: auditOnly("people"), deps: app.deps });
  const chained = await database().collection<AuditEntry>(AUDIT_COLLECTION).find({ carePointId }).toArray();
  expect(chained).toMatchObject([{ act: "staff.remove-staff", actorId: one, subject: { type: "person", id: other } }]);
});
