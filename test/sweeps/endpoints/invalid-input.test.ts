import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { expectRefusal } from "./answer-shape";
import { everything } from "./everything";
import { send, sweptEndpoints, tokenOf, type Input } from "./examples";
import { invalidBodies, invalidQueries } from "./invalid-inputs";
import { makeWorld, type World } from "./world";

describe("every endpoint, given what its contract does not allow", () => {
  let world: World;
  let sent = 0;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    console.log(`${sent} invalid requests over ${sweptEndpoints.length} endpoints`);
    await world.app.close();
  });

  test.each(sweptEndpoints)("$name refuses it with a code of the closed list and changes nothing", async (swept) => {
    const { endpoint, example } = swept;
    const good = await example(world);
    const token = await tokenOf(world, good);
    const before = await everything();
    const bodies = invalidBodies({ endpoint, good });
    const queries = invalidQueries({ endpoint, good });
    for (const body of bodies) expectInvalid(await raw({ good, token, endpoint, body: JSON.stringify(body) }), swept);
    for (const query of queries) expectInvalid(await raw({ good, token, endpoint, query }), swept);
    sent += bodies.length + queries.length;
    if (endpoint.method === "POST") expect(bodies.length).toBeGreaterThanOrEqual(100);
    expect(await everything()).toEqual(before);
  });

  interface Raw {
    readonly endpoint: (typeof sweptEndpoints)[number]["endpoint"];
    readonly good: Input;
    readonly token: string | null;
    readonly body?: string;
    readonly query?: string;
  }

  function raw({ endpoint, good, token, body, query }: Raw) {
    const { body: _, query: __, ...rest } = good;
    const call = send({ world, endpoint, input: rest, token });
    if (query !== undefined) call.query(query);
    if (endpoint.upload) return call.field("body", body ?? JSON.stringify(good.body ?? {}));
    if (endpoint.method === "POST") {
      call.set("Content-Type", "application/json");
      call.write(body ?? JSON.stringify(good.body ?? {}));
    }
    return call;
  }

  function expectInvalid(answer: Awaited<ReturnType<typeof raw>>, swept: (typeof sweptEndpoints)[number]): void {
    expectRefusal(answer, swept);
    expect([400, 413, 422]).toContain(answer.status);
  }
});
