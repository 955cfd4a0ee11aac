import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Domain } from "@server/core/domain";
import { startApp, type TestApp } from "@test/support/app";
import { probeDomain } from "@test/support/probe-domain";

const SAY = "/api/probe/say";
const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("what a request may look like", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ domains: [probeDomain as unknown as Domain] });
  });
  afterAll(() => app.close());

  const send = (body: string | Buffer, headers: Record<string, string> = {}) => {
    const call = app.request.post(SAY).set({ "Content-Type": "application/json", ...headers });
    // superagent turns a Buffer given to send() into JSON; written, it goes out as it is.
    call.write(body);
    return call;
  };
  const refusal = async (body: string | Buffer, headers?: Record<string, string>) => {
    const { status, body: answer } = await send(body, headers);
    return [status, answer.error?.code];
  };

  test("a good one passes, trimmed and normalised", async () => {
    const answer = await send(JSON.stringify({ text: "  e\u0301  ", tags: ["软"] }));
    expect([answer.status, answer.body]).toEqual([200, { data: { text: "é", tags: ["软"] } }]);
  });

  test.each([
    ["an unknown field", { text: "a", role: "manager" }, ["body"]],
    ["a missing field", {}, ["body.text"]],
    ["a number for a text", { text: 1 }, ["body.text"]],
    ["null for a text", { text: null }, ["body.text"]],
    ["an array for a text", { text: ["a"] }, ["body.text"]],
    ["an object for a text", { text: { $ne: null } }, ["body.text"]],
    ["an object for an array", { text: "a", tags: { 0: "a" } }, ["body.tags"]],
    ["NUL", { text: "a\0b" }, ["body.text"]],
    ["a lone surrogate", { text: "a\ud800" }, ["body.text"]],
    ["a bidi override", { text: "a\u202eb" }, ["body.text"]],
    ["nothing but blanks", { text: "   " }, ["body.text"]],
    ["too long", { text: "字".repeat(51) }, ["body.text"]],
    ["too many", { text: "a", tags: ["1", "2", "3", "4"] }, ["body.tags"]],
    ["a wrong field deep down", { text: "a", place: { id: "" } }, ["body.place.id"]],
    ["several at once", { text: 1, tags: [2] }, ["body.text", "body.tags.0"]],
  ])("%s is 422 with the paths of the fields", async (_, body, paths) => {
    const answer = await send(JSON.stringify(body));
    expect(answer.status).toBe(422);
    expect(answer.body.error.code).toBe("invalid_request");
    expect(answer.body.error.fields.map(({ path }: { path: string }) => path)).toEqual(paths);
  });

  test("an unknown name is not echoed", async () => {
    const answer = await send(JSON.stringify({ text: "a", "13812345678": 1 }));
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain("13812345678");
  });

  test.each([
    ["broken JSON", '{"text": "a"', [400, "malformed"]],
    ["a text at the root", '"a"', [400, "malformed"]],
    ["null at the root", "null", [400, "malformed"]],
    ["an array at the root", '[{"text":"a"}]', [400, "malformed"]],
    ["__proto__", '{"text":"a","__proto__":{"x":1}}', [400, "malformed"]],
    ["__proto__ in disguise", '{"text":"a","\\u005f_proto__":{"x":1}}', [400, "malformed"]],
    ["a name twice", '{"text":"a","text":"b"}', [400, "malformed"]],
    ["a name twice, once in disguise", '{"text":"a","t\\u0065xt":"b"}', [400, "malformed"]],
    ["a name twice deep down", '{"text":"a","place":{"id":"a","id":"b"}}', [400, "malformed"]],
    ["depth 21", `{"text":${nested(20)}}`, [400, "malformed"]],
    ["depth 15,000", `{"text":${nested(15_000)}}`, [400, "malformed"]],
    ["depth 20, of the wrong type", `{"text":${nested(19)}}`, [422, "invalid_request"]],
    ["the same name in two objects", '{"text":"a","place":{"text":1}}', [422, "invalid_request"]],
    ["brackets inside a text", `{"text":"${"[{".repeat(20)}"}`, [200, undefined]],
    ["a text that looks like a name", '{"text":"a","tags":["text","text"]}', [200, undefined]],
  ])("%s", async (_, body, expected) => {
    expect(await refusal(body)).toEqual(expected);
  });

  test("bytes that are no UTF-8 are refused", async () => {
    expect(await refusal(Buffer.from([...Buffer.from('{"text":"a'), 0xff, 0xfe, ...Buffer.from('"}')]))).toEqual([
      400,
      "malformed",
    ]);
    expect(await refusal(Buffer.from([...Buffer.from('{"text":"'), 0xf0, 0x9f, 0x98, ...Buffer.from('"}')]))).toEqual([
      400,
      "malformed",
    ]);
  });

  test("a body of 32 KB is read, one byte more is 413 and ends the connection", async () => {
    const padded = (bytes: number) => `{"text":"a"${" ".repeat(bytes - 12)}}`;
    expect(await refusal(padded(32 * 1024))).toEqual([200, undefined]);
    const answer = await send(padded(32 * 1024 + 1));
    expect([answer.status, answer.body.error.code]).toEqual([413, "too_large"]);
    expect(answer.headers["connection"]).toBe("close");
  });

  test("a chunked body cannot hide its size", async () => {
    expect(await refusal(" ".repeat(40_000), { "Transfer-Encoding": "chunked" })).toEqual([413, "too_large"]);
  });

  test.each([
    ["a form", "application/x-www-form-urlencoded", "text[$ne]=a"],
    ["plain text", "text/plain", '{"text":"a"}'],
    ["a cousin of JSON", "application/vnd.api+json", '{"text":"a"}'],
    ["multipart", "multipart/form-data; boundary=x", "--x--"],
    ["JSON in another charset", "application/json; charset=gb18030", '{"text":"a"}'],
  ])("%s is 415", async (_, type, body) => {
    expect(await refusal(body, { "Content-Type": type })).toEqual([415, "json_only"]);
  });

  test.each(["gzip", "br", "deflate", "gzip, identity"])("a body in %s is 415", async (encoding) => {
    expect(await refusal(gzipSync('{"text":"a"}'), { "Content-Encoding": encoding })).toEqual([415, "json_only"]);
  });

  test("a body where none belongs is refused", async () => {
    const call = app.request.get("/api/probe").set("Content-Type", "application/json");
    call.write('{"name":"a"}');
    expect((await call).status).toBe(400);
  });

  test.each([
    ["an unknown query name", "?x=1", 422],
    ["a name twice", "?name=a&name=b", 422],
    ["brackets", "?name[$ne]=a", 422],
    ["__proto__", "?__proto__=a", 422],
    ["NUL", "?name=%00", 422],
    ["half an escape", "?name=%E0%A4%A", 422],
    ["a long URL", `?name=${"a".repeat(4096)}`, 400],
    ["a good one", "?name=a", 200],
  ])("query: %s", async (_, query, status) => {
    expect((await app.request.get(`/api/probe${query}`)).status).toBe(status);
  });
});
