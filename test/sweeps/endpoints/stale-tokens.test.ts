import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { PersonModel } from "@server/domains/accounts/person.model";
import { SessionModel } from "@server/domains/accounts/session.model";
import { decisionsOf, rowsOf } from "./access-table";
import { completed, makeAccessWorld, type AccessWorld } from "./access-world";
import { send, sweptEndpoints, type SweptEndpoint } from "./examples";

/** As long as another process may know a session or a role that is gone, and a moment. */
const KNOWN_MS = 10_001;

const signedIn = sweptEndpoints.filter(({ endpoint }) => endpoint.access === "signed-in");
/** What staff may do at their care point and residents may not, with what a resident is told instead. */
const staffOnly = signedIn.flatMap((swept) =>
  rowsOf(swept.name).flatMap(([, [, resident, staff]]) => {
    const [told, allowed] = [decisionsOf(resident).own, decisionsOf(staff).own];
    return allowed === "allow" && told !== "allow" ? [{ ...swept, told }] : [];
  }),
);

let world: AccessWorld;
beforeAll(async () => {
  world = await makeAccessWorld();
});
afterAll(() => world.app.close());

let personId: string;
let token: string;
beforeEach(async () => {
  personId = world.people.care_point_staff;
  const memberships = [{ carePointId: world.carePointId, role: "care_point_staff" }];
  await PersonModel.updateOne({ _id: personId }, { $set: { memberships } });
  world.app.deps.actors.forget(personId);
  token = await world.app.signInAs(personId);
  // The session is known to this process, as of somebody who is just at work.
  expect((await world.app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`)).status).toBe(200);
});

const ask = async ({ name, endpoint, example }: SweptEndpoint) => {
  const input = completed(world, name, await example(world));
  const { body } = await send({ world, endpoint, input, token });
  return body.error?.code ?? "allow";
};

describe("a token that is no longer good", () => {
  test.each(signedIn)("$name: her roles were taken, and her sessions with them, at once", async (swept) => {
    const enrolment = { personId, memberships: [], loginName: "left", password: "chunfeng-2026" };
    await enrolStaff(world.app.deps, enrolment);
    expect(await ask(swept)).toBe("sign_in_required");
  });

  test.each(signedIn)("$name: another process ended her session, ten seconds ago", async (swept) => {
    await SessionModel.deleteMany({ personId });
    world.app.clock.advance(KNOWN_MS);
    expect(await ask(swept)).toBe("sign_in_required");
  });

  test.each(staffOnly)("$name: another process took her role, ten seconds ago", async (swept) => {
    await PersonModel.updateOne({ _id: personId }, { $set: { memberships: [] } });
    world.app.clock.advance(KNOWN_MS);
    expect(await ask(swept)).toBe(swept.told);
  });
});

test("there is something that only staff may do", () => {
  expect(staffOnly.length).toBeGreaterThan(0);
});
