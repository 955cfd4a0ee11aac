import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { expectRefusal } from "./answer-shape";
import { send, sweptEndpoints, tokenOf, type Input } from "./examples";
import { makeWorld, type World } from "./world";

describe.each(sweptEndpoints)("$name", (swept) => {
  const { endpoint, example } = swept;
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.app.close());

  test("answers exactly what its contract says", async () => {
    const input = await example(world);
    const { status, body } = await send({ world, endpoint, input, token: await tokenOf(world, input) });
    expect({ status, error: body.error }).toEqual({ status: endpoint.keyed ? 201 : 200, error: undefined });
    expect(Object.keys(body)).toEqual(["data"]);
    expect(endpoint.response.parse(body.data)).toEqual(body.data);
  });

  if (endpoint.access === "signed-in") {
    test("refuses strangers, whatever they show instead of a session", async () => {
      const input = await example(world);
      for (const token of [null, "", "null", "a".repeat(43), world.elderId]) {
        const answer = await send({ world, endpoint, input, token });
        expectRefusal(answer, swept);
        expect(answer.body.error.code).toBe("sign_in_required");
      }
    });

    test("refuses a session that was ended", async () => {
      const input = await example(world);
      const token = await tokenOf(world, input);
      const out = await world.app.request.post("/api/accounts/sign-out").set("Authorization", `Bearer ${token}`);
      expect(out.status).toBe(200);
      expect((await send({ world, endpoint, input, token })).status).toBe(401);
    });
  }

  if (endpoint.keyed) {
    test("wants a key, and a repeat under it has the same answer", async () => {
      const { key, ...input } = await example(world);
      const token = await tokenOf(world, input);
      const without = await send({ world, endpoint, input, token });
      expect([without.status, without.body.error.code]).toEqual([400, "key_required"]);
      const keyed = { ...input, key: key ?? "" };
      const answers = [];
      for (let times = 0; times < 3; times += 1) answers.push(await send({ world, endpoint, input: keyed, token }));
      const [first] = answers;
      expect(first?.status).toBe(201);
      for (const { status, body } of answers) expect([status, body]).toEqual([first?.status, first?.body]);
    });
  }

  if (endpoint.keyed && endpoint.body) {
    test("refuses another body under a key that was used", async () => {
      const [input, other] = [await example(world), await example(world)];
      const token = await tokenOf(world, input);
      expect((await send({ world, endpoint, input, token })).status).toBe(201);
      const body = { ...(other.body as object), ...differently((input.body ?? {}) as Record<string, unknown>) };
      const answer = await send({ world, endpoint, input: { ...input, body, ...otherFile(input) }, token });
      expect([answer.status, answer.body.error?.code]).toEqual([422, "key_reused"]);
    });
  }
});

/** What a body can be meant differently by: another way of eating, other messages, another end of a call, another name, version or answer. */
const OTHERS = {
  mode: "pick_up",
  modes: ["pick_up"],
  templates: ["meal_booked"],
  outcome: "reached",
  preferredName: "孙奶奶",
  version: 1_000,
  surveyVersion: 1_000,
  basedOn: 1_000,
  name: "另一个名字",
  reason: "另一个缘由",
  plaqueNumber: "XZC-OTHER",
  shares: [{ regionId: "another-region", value: 1 }],
  what: "closed",
  answer: "not_so",
  caption: "厨房",
  change: { what: "name", name: "另一个名字" },
  evidence: "另一个缘由",
  goneId: "another-place",
};

/** An office says yes or no; whoever answers a correction has other words. */
const otherAnswer = ({ answer }: Record<string, unknown>) => {
  if (answer === "approved") return { answer: "turned_down" };
  return answer === "decline" ? { answer: "confirm" } : {};
};

/** A file by another name, where one is sent. */
const otherFile = ({ file }: Input) => (file ? { file: { ...file, name: `另-${file.name}` } } : {});

/** The same request, meant differently. */
const differently = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ ...body, ...OTHERS, ...otherAnswer(body) }).filter(([name]) => name in body));
