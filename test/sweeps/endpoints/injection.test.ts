import { afterAll, afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { expectRefusal } from "./answer-shape";
import { send, sweptEndpoints, tokenOf, type Input } from "./examples";
import { makeWorld, type World } from "./world";

const TEXTS = [
  "$ne",
  "$where",
  "$gt",
  "$regex",
  "' || '1'=='1",
  "'; return true; var x='",
  '{"$ne":null}',
  '{"$oid":"507f1f77bcf86cd799439011"}',
  "[$ne]=1",
  "507f1f77bcf86cd799439011",
  "............",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "..%2f..%2fpackage.json",
  "%00",
  "a\r\nSet-Cookie: x=1",
  '\r\n\r\n{"level":60}',
  "; cat /etc/passwd",
  "$(id)",
  "`id`",
  "{{7*7}}",
  "${7*7}",
  "<script>alert(1)</script>",
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
  "=1+1",
  "true",
  "null",
  "1e999",
  "(a+)+$",
  ".*",
  "\u{1F468}\u200d\u{1F469}\u200d\u{1F467}",
];

const OBJECTS = [
  "$ne",
  "$gt",
  "$gte",
  "$regex",
  "$where",
  "$expr",
  "$in",
  "$nin",
  "$or",
  "$nor",
  "$exists",
  "$function",
].map((operator) => ({
  [operator]: operator === "$in" || operator === "$nin" || operator === "$or" ? [null, "a"] : "",
}));

/** The example with one text replaced, wherever there is one. */
function* withPayload(good: Input, payload: unknown): Generator<Input> {
  for (const part of ["body", "query", "params"] as const) {
    for (const name of Object.keys(good[part] ?? {})) {
      if (typeof payload !== "string" && part !== "body") continue;
      yield { ...good, [part]: { ...(good[part] as object), [name]: payload } };
    }
  }
}

describe("every place where a text goes in", () => {
  let world: World;
  let sent = 0;
  // A world each: a payload that is a good name for one endpoint is honestly found by the next.
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.app.close());
  afterAll(() => console.log(`${sent} payloads`));

  test.each(sweptEndpoints)("$name takes a payload as a plain text or refuses it", async (swept) => {
    const { endpoint, example } = swept;
    const good = await example(world);
    const honest = await send({ world, endpoint, input: good, token: await tokenOf(world, good) });
    const rows = countRows(honest.body);
    // Anew after each success: some end the session they came with.
    let token = await tokenOf(world, good);
    for (const payload of [...TEXTS, ...OBJECTS]) {
      for (const input of withPayload(good, payload)) {
        const answer = await send({ world, endpoint, input, token });
        sent += 1;
        expect(answer.headers["set-cookie"]).toBeUndefined();
        if (answer.status >= 400) expectRefusal(answer, swept);
        else expect(countRows(answer.body)).toBeLessThanOrEqual(rows);
        if (typeof payload !== "string") expect(answer.status).toBe(422);
        if (answer.status < 300) token = await tokenOf(world, good);
      }
    }
  });

  test("headers are texts too", async () => {
    for (const payload of TEXTS.filter((text) => /^[\x20-\x7e]+$/.test(text))) {
      const call = world.app.request.get("/api/accounts/me");
      const { status, headers } = await call.set({
        Authorization: `Bearer ${payload}`,
        "X-Request-Id": payload,
        Cookie: payload,
        "X-Forwarded-For": payload,
        "If-None-Match": payload,
      });
      expect(status).toBe(401);
      expect(headers["x-request-id"]).not.toBe(payload);
    }
  });
});

const countRows = (body: unknown): number => (JSON.stringify(body).match(/"id":/g) ?? []).length;
