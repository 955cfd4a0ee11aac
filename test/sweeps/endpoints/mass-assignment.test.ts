import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { everything } from "./everything";
import { send, sweptEndpoints, tokenOf } from "./examples";
import { makeWorld, type World } from "./world";

/** What no request may set, each with a value that would be worth setting. */
const coveted: Readonly<Record<string, unknown>> = {
  role: "care_point_manager",
  roles: ["care_point_manager"],
  memberships: [{ carePointId: "a-care-point", role: "care_point_manager" }],
  orgId: "another-organisation",
  districtId: "xinxiang-muye",
  permissions: ["*"],
  isAdmin: true,
  isStaff: true,
  isDemo: true,
  status: "approved",
  state: "served",
  active: true,
  settled: true,
  price: 0,
  priceFen: 0,
  priceLines: [],
  subsidy: 100,
  verified: true,
  score: 5,
  elder: "another-person",
  personId: "another-person",
  actorId: "another-person",
  bookingId: "another-booking",
  keys: ["another-key"],
  usedAt: null,
  expiresAt: "2099-01-01T00:00:00.000Z",
  createdAt: "2000-01-01T00:00:00.000Z",
  _id: "another-id",
};
const AT_LEAST = 15;

describe("a write takes nothing that it does not name", () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.app.close());

  const writes = sweptEndpoints.filter(({ endpoint }) => endpoint.method === "POST");

  test.each(writes)("$name", async ({ endpoint, example }) => {
    const input = await example(world);
    const token = await tokenOf(world, input);
    const own = new Set(Object.keys((endpoint.body as { shape?: object } | undefined)?.shape ?? {}));
    const foreign = Object.entries(coveted).filter(([name]) => !own.has(name));
    expect(foreign.length).toBeGreaterThanOrEqual(AT_LEAST);
    const before = await everything();
    for (const extra of [...foreign.map((pair) => [pair]), foreign]) {
      const body = { ...(input.body as object | undefined), ...Object.fromEntries(extra) };
      const answer = await send({ world, endpoint, input: { ...input, body }, token });
      const { code, fields } = answer.body.error ?? {};
      const seen = { status: answer.status, code, fields };
      const fieldsExpected = [{ path: "body", message: "unknown_field" }];
      expect({ extra, ...seen }).toEqual({ extra, status: 422, code: "invalid_request", fields: fieldsExpected });
    }
    expect(await everything()).toEqual(before);
    // Without the extras it is a good request: the extras alone were refused.
    expect((await send({ world, endpoint, input, token })).status).toBeLessThan(300);
  });
});
