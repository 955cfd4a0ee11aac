import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Domain } from "@server/core/domain";
import { startApp, type TestApp } from "@test/support/app";
import { bodyPart, filePart, formOf, formType, rawCall, type Part } from "@test/support/multipart";
import { probeDomain, probeSessions } from "@test/support/probe-domain";

const KEY = "4c1d1c4a-77a5-4c33-9d0e-5a7e6f7a1b2c";
const SHELF = "/api/probe/shelves/wang/files";
const MAX_BYTES = 100_000;
const GOOD = bodyPart({ text: "a" });
const AT_ONCE = 16;

describe("an endpoint that takes a file", () => {
  const { findActor, signIn } = probeSessions();
  let app: TestApp;
  let server: Server;
  let port: number;
  let headers: Record<string, string>;
  beforeAll(async () => {
    app = await startApp({ domains: [probeDomain as unknown as Domain], findActor });
    server = createServer(app.handler).listen(0, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
    headers = { Authorization: `Bearer ${signIn("wang")}`, "Idempotency-Key": KEY, "Content-Type": formType };
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await app.close();
  });

  const send = async (parts: readonly Part[], given: { path?: string; headers?: object; isWhole?: boolean } = {}) => {
    const { path = SHELF, headers: others = {}, isWhole = true } = given;
    const call = app.request.post(path).set({ ...headers, ...others });
    call.write(formOf(parts, { isWhole }));
    const { status, body } = await call;
    return [status, body.error?.code ?? body.data] as const;
  };
  const good = [filePart("hello"), GOOD];

  test("gives its handler the file and the JSON beside it, in either order", async () => {
    const data = { name: "a.txt", bytes: 5, text: "a" };
    expect(await send(good)).toEqual([201, data]);
    expect(await send([GOOD, filePart("hello")])).toEqual([201, data]);
  });

  test("takes a file of exactly the largest size and not a byte more", async () => {
    expect(await send([filePart("x".repeat(MAX_BYTES)), GOOD])).toEqual([
      201,
      expect.objectContaining({ bytes: MAX_BYTES }),
    ]);
    expect(await send([filePart("x".repeat(MAX_BYTES + 1)), GOOD])).toEqual([413, "file_too_large"]);
    expect(await send([filePart(""), GOOD])).toEqual([201, expect.objectContaining({ bytes: 0 })]);
  });

  test.each([
    ["no file", [GOOD], [422, "invalid_request"]],
    ["no JSON where some is wanted", [filePart("a")], [422, "invalid_request"]],
    [
      "JSON that the contract does not allow",
      [filePart("a"), bodyPart({ text: "a", role: "x" })],
      [422, "invalid_request"],
    ],
    ["an array", [filePart("a"), bodyPart([{ text: "a" }])], [400, "malformed"]],
    ["null", [filePart("a"), bodyPart(null)], [400, "malformed"]],
    ["broken JSON", [filePart("a"), { ...GOOD, content: "{" }], [400, "malformed"]],
    ["a name twice", [filePart("a"), { ...GOOD, content: '{"text":"a","text":"b"}' }], [400, "malformed"]],
    ["no UTF-8", [filePart("a"), { ...GOOD, content: Buffer.from([0x7b, 0xff]) }], [400, "malformed"]],
    ["32 KB and a byte of JSON", [filePart("a"), { ...GOOD, content: " ".repeat(32 * 1024 + 1) }], [413, "too_large"]],
    ["JSON twice", [filePart("a"), GOOD, GOOD], [400, "malformed"]],
    ["two files", [filePart("a"), filePart("b"), GOOD], [400, "malformed"]],
    ["10,000 parts", [GOOD, ...Array.from({ length: 10_000 }, () => filePart("a"))], [400, "malformed"]],
    [
      "10,000 parts without a name",
      Array.from({ length: 10_000 }, () => ({ disposition: "form-data", content: "" })),
      [400, "malformed"],
    ],
    [
      "10,000 parts that are no part",
      Array.from({ length: 10_000 }, () => ({ disposition: "x", content: "" })),
      [400, "malformed"],
    ],
    [
      "a field by another name",
      [filePart("a"), { ...GOOD, disposition: 'form-data; name="text"' }],
      [400, "malformed"],
    ],
    ["an empty field name", [filePart("a"), { ...GOOD, disposition: 'form-data; name=""' }], [400, "malformed"]],
    [
      "a file by another name",
      [{ ...filePart("a"), disposition: 'form-data; name="photo"; filename="a"' }, GOOD],
      [400, "malformed"],
    ],
    [
      "a file that says it is the JSON",
      [filePart("a"), { ...GOOD, disposition: 'form-data; name="body"; filename="a"' }],
      [400, "malformed"],
    ],
    ["a part header of 20 KB", [{ ...filePart("a"), headers: [`X: ${"x".repeat(20_000)}`] }, GOOD], [400, "malformed"]],
    ["a file without a name", [filePart("a", ""), GOOD], [400, "malformed"]],
    ["NUL in a name", [filePart("a", "a\0.txt"), GOOD], [400, "malformed"]],
    [
      "a charset nobody knows",
      [filePart("a"), { ...GOOD, headers: ["Content-Type: text/plain; charset=x-none"] }],
      [400, "malformed"],
    ],
  ] as const)("%s is refused", async (_, parts, expected) => {
    expect(await send(parts)).toEqual(expected);
  });

  test.each([
    ["a path", "../../etc/passwd", "passwd"],
    ["a path of Windows", "D:\\photos\\a.jpg", "a.jpg"],
    ["300 signs", `${"长".repeat(300)}.jpg`, "长".repeat(100)],
    ["emoji", "👩‍🍳.jpg", "👩‍🍳.jpg"],
    ["a turned end", "a\u202Egpj.exe", "agpj.exe"],
    ["nothing but dots", "..", ""],
  ])("a name with %s is only shown", async (_, name, shown) => {
    expect(await send([filePart("a", name), GOOD])).toEqual([201, expect.objectContaining({ name: shown })]);
  });

  test.each([
    ["JSON", "application/json"],
    ["a form without files", "application/x-www-form-urlencoded"],
    ["another multipart", "multipart/mixed; boundary=x"],
  ])("%s instead of a form with a file is 415", async (_, type) => {
    const call = app.request.post(SHELF).set({ ...headers, "Content-Type": type });
    call.write("{}");
    const { status, body } = await call;
    expect(status).toBe(415);
    expect(["file_only", "json_only"]).toContain(body.error.code);
  });

  test.each(["multipart/form-data", "multipart/form-data; boundary=", `multipart/form-data; boundary="`])(
    "a form without a boundary is refused: %s",
    async (type) => {
      const [status] = await send(good, { headers: { "Content-Type": type } });
      expect([400, 415]).toContain(status);
    },
  );

  test("a packed form is 415", async () => {
    expect(await send(good, { headers: { "Content-Encoding": "gzip" } })).toEqual([415, "file_only"]);
  });

  test("a form that lacks its end is refused", async () => {
    expect(await send(good, { isWhole: false })).toEqual([400, "malformed"]);
  });

  test("an endpoint that takes no file takes no form", async () => {
    expect(await send(good, { path: "/api/probe/keep" })).toEqual([415, "json_only"]);
  });

  describe("before a byte of the file is read", () => {
    const begin = (others: Record<string, string | number>, path = SHELF) =>
      rawCall({ port, path, headers: { ...headers, "Content-Length": 50_000, ...others } });

    test.each([
      ["a stranger", { Authorization: "Bearer x" }, SHELF, [401, "sign_in_required"]],
      ["whoever may not", {}, "/api/probe/shelves/li/files", [404, "not_found"]],
      ["a request without its key", { "Idempotency-Key": "" }, SHELF, [400, "key_required"]],
      ["a path that is none", {}, "/api/probe/shelves/%00/files", [422, "invalid_request"]],
      ["2 GB declared", { "Content-Length": 2 ** 31 }, SHELF, [413, "file_too_large"]],
    ] as const)("%s is refused", async (_, others, path, expected) => {
      const { socket, answer } = begin(others, path);
      const { status, code } = await answer;
      socket.destroy();
      expect([status, code]).toEqual(expected);
    });

    test("what is longer than is worth reading ends the connection", async () => {
      const declared = begin({ "Content-Length": 2 ** 31 });
      const { "Content-Length": _, ...chunked } = { ...headers, "Content-Length": "", "Transfer-Encoding": "chunked" };
      const unknown = rawCall({ port, path: "/api/probe/shelves/li/files", headers: chunked });
      const short = begin({}, "/api/probe/shelves/li/files");
      expect((await declared.answer).isClosed).toBe(true);
      expect((await unknown.answer).isClosed).toBe(true);
      expect((await short.answer).isClosed).toBe(false);
      for (const { socket } of [declared, unknown, short]) socket.destroy();
    });

    test("a handler that reads before its policy is not answered", async () => {
      expect(await send([filePart("a")], { path: "/api/probe/peek" })).toEqual([500, "internal"]);
    });
  });

  test("slow senders hold sixteen places, and an aborted one gives its place back", async () => {
    const slow = Array.from({ length: AT_ONCE }, () =>
      rawCall({ port, path: SHELF, headers: { ...headers, "Content-Length": 50_000 } }),
    );
    const start = formOf([filePart("begun")], { isWhole: false });
    for (const { socket } of slow) socket.write(start);
    // Every one of them has its place once the next is turned away.
    let told = await send(good);
    for (let tries = 0; tries < 200 && told[0] === 201; tries += 1) told = await send(good);
    expect(told).toEqual([503, "try_again"]);
    for (const { socket } of slow) socket.destroy();
    for (let tries = 0; tries < 200 && told[0] === 503; tries += 1) told = await send(good);
    expect(told[0]).toBe(201);
  });
});
