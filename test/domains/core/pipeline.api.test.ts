import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Domain } from "@server/core/domain";
import { startApp, type TestApp } from "@test/support/app";
import { CANARY, probeDomain, probeSessions } from "@test/support/probe-domain";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEY = "4c1d1c4a-77a5-4c33-9d0e-5a7e6f7a1b2c";

describe("the chain every request passes", () => {
  const { findActor, sessions, signIn } = probeSessions();
  const log: string[] = [];
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ domains: [probeDomain as unknown as Domain], findActor, log });
  });
  afterAll(() => app.close());

  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const fail = (how: string) => app.request.post("/api/probe/fail").send({ how });

  describe("refusals", () => {
    test("have one shape: code, sentence, request id", async () => {
      const { status, body, headers } = await fail("full");
      expect(status).toBe(409);
      expect(body).toEqual({
        error: { code: "probe_full", message: "满了", existing: "booking-1", requestId: headers["x-request-id"] },
      });
      expect(headers["x-request-id"]).toMatch(UUID);
    });

    test("say when to come back", async () => {
      const { status, headers } = await fail("wait");
      expect([status, headers["retry-after"]]).toEqual([429, "7"]);
    });

    test.each(["unknown", "undeclared"])("a throw of %s kind is internal, without its text", async (how) => {
      const answer = await fail(how);
      expect(answer.status).toBe(500);
      expect(answer.body.error.code).toBe("internal");
      expect(answer.text).not.toMatch(/canary|made_up_code|TypeError/);
    });

    test.each([
      ["get", "/api/nothing"],
      ["post", "/api/nothing"],
      ["get", "/api/probe/say"],
      ["post", "/api/probe"],
      ["delete", "/api/probe"],
      ["options", "/api/probe"],
      ["get", "/api"],
      ["get", "/missing.js"],
      ["post", "/"],
    ] as const)("%s %s is not found", async (method, path) => {
      const { status, body } = await app.request[method](path);
      expect([status, body.error.code]).toEqual([404, "not_found"]);
    });

    test.each(["/%E0%A4%A.js", "/../../package.json", "/%2e%2e/%2e%2e/package.json", "/a%00b.js"])(
      "%s is malformed",
      async (path) => {
        const { status, body } = await app.request.get(path);
        expect([status, body.error.code]).toEqual([400, "malformed"]);
      },
    );
  });

  test("a client's request id is kept when it is a UUID and replaced when it is anything else", async () => {
    const given = await app.request.get("/api/probe").set("X-Request-Id", KEY);
    expect(given.headers["x-request-id"]).toBe(KEY);
    const made = await app.request.get("/api/probe").set("X-Request-Id", "13812345678");
    expect(made.headers["x-request-id"]).toMatch(UUID);
  });

  describe("who asks", () => {
    const read = (noteId: string) => app.request.get(`/api/probe/notes/${noteId}`);

    test("a session's owner is answered, and only with what the contract names", async () => {
      const { status, body } = await read("wang").set(bearer(signIn("wang")));
      expect([status, body]).toEqual([200, { data: { noteId: "wang" } }]);
    });

    test("strangers are refused: no token, a made-up one, another scheme, a token in the URL or in a cookie", async () => {
      const token = signIn("wang");
      const calls = [
        read("wang"),
        read("wang").set(bearer("a".repeat(43))),
        read("wang").set(bearer("short")),
        read("wang").set("Authorization", `Basic ${token}`),
        read("wang").set("Authorization", token),
        read(`wang?token=${token}`),
        read(`wang?access_token=${token}`),
        read("wang").set("Cookie", `token=${token}`),
      ];
      for (const call of calls) {
        const { status, body } = await call;
        expect([status, body.error.code]).toEqual([401, "sign_in_required"]);
      }
    });

    test("absent and not yours are one answer", async () => {
      const token = signIn("wang");
      const shape = async (noteId: string) => {
        const { status, body } = await read(noteId).set(bearer(token));
        return { status, ...body.error, requestId: undefined };
      };
      expect(await shape("absent")).toEqual(await shape("lis-own"));
      expect((await shape("absent")).status).toBe(404);
    });

    test("an answer that no policy let through stays here", async () => {
      const { status, text } = await app.request.get("/api/probe/undecided").set(bearer(signIn("wang")));
      expect(status).toBe(500);
      expect(text).not.toContain(CANARY);
    });

    test("a forgotten person is a stranger at once; an unnoticed end counts after ten seconds", async () => {
      const token = signIn("zhao");
      const status = async () => (await read("zhao").set(bearer(token))).status;
      expect(await status()).toBe(200);
      sessions.clear();
      app.clock.advance(9_999);
      expect(await status()).toBe(200);
      app.clock.advance(2);
      expect(await status()).toBe(401);
      const again = signIn("zhao");
      expect((await read("zhao").set(bearer(again))).status).toBe(200);
      sessions.clear();
      app.deps.actors.forget("zhao");
      expect((await read("zhao").set(bearer(again))).status).toBe(401);
    });
  });

  describe("idempotency keys", () => {
    const keep = (key?: string) => {
      const call = app.request
        .post("/api/probe/keep")
        .set(bearer(signIn("wang")))
        .send({ text: "a" });
      return key === undefined ? call : call.set("Idempotency-Key", key);
    };

    test("a keyed endpoint wants one and answers 201", async () => {
      const without = await keep();
      expect([without.status, without.body.error.code]).toEqual([400, "key_required"]);
      const withKey = await keep(KEY);
      expect([withKey.status, withKey.body]).toEqual([201, { data: { key: KEY } }]);
    });

    test.each(["short", "with blank in the middle", "a".repeat(256), "键".repeat(20)])("%s is no key", async (key) => {
      const { status, body } = await keep(
        encodeURI(key) === key || key.includes(" ") ? key : encodeURI(key).slice(0, 10),
      );
      expect([status, body.error.code]).toEqual([422, "invalid_request"]);
    });

    test("strangers are refused before their key is looked at", async () => {
      expect((await app.request.post("/api/probe/keep").send({ text: "a" })).status).toBe(401);
    });
  });

  describe("headers", () => {
    test("a strict content policy, no sniffing, no framing, no word about the software", async () => {
      const { headers } = await app.request.get("/api/probe");
      expect(headers["content-security-policy"]).toContain("default-src 'self'");
      expect(headers["content-security-policy"]).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["cache-control"]).toBe("private, no-cache");
    });

    test("no other site may call, by default", async () => {
      const { headers } = await app.request.get("/api/probe").set("Origin", "https://example.org");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    });

    test("long answers are compressed; an unchanged one is 304 without a body", async () => {
      const first = await app.request.get("/api/probe").set("Accept-Encoding", "gzip");
      expect(first.headers["content-encoding"]).toBe("gzip");
      const second = await app.request.get("/api/probe").set("If-None-Match", first.headers["etag"] ?? "");
      expect([second.status, second.text]).toEqual([304, ""]);
    });
  });

  test("the log has one line per request, with the route's template and nothing about the person", async () => {
    log.length = 0;
    const token = signIn("wang");
    await app.request
      .get(`/api/probe/notes/wang?who=${CANARY}`)
      .set(bearer(token))
      .set("User-Agent", "canary 13812345678");
    await app.request.post("/api/probe/say").send({ text: CANARY });
    await fail("unknown");
    await app.request.get(`/api/${encodeURIComponent(CANARY)}`);
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const requests = lines.filter(({ msg }) => msg === "request");
    expect(requests.map(({ method, route, status, code }) => [method, route, status, code])).toEqual([
      ["GET", "/probe/notes/:noteId", 422, "invalid_request"],
      ["POST", "/probe/say", 200, undefined],
      ["POST", "/probe/fail", 500, "internal"],
      ["GET", "other", 404, "not_found"],
    ]);
    expect(Object.keys(requests[0] ?? {}).sort()).toEqual(
      ["code", "level", "method", "ms", "msg", "requestId", "route", "status", "time"].sort(),
    );
    const cause = lines.find(({ msg }) => msg === "request failed") as { err: { name: string; at: string[] } };
    expect(cause.err.name).toBe("TypeError");
    expect(cause.err.at.length).toBeGreaterThan(0);
    expect(log.join("")).not.toMatch(/canary|13812345678|王阿姨/);
    expect(log.join("")).not.toContain(token);
  });
});
