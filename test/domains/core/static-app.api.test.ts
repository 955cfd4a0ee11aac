import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { listen, stopListening } from "@server/core/http/listen";
import { startApp, type TestApp } from "@test/support/app";

describe("the H5 app", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-h5-"));
  const log: string[] = [];
  let app: TestApp;
  beforeAll(async () => {
    mkdirSync(join(folder, "js"));
    writeFileSync(join(folder, "index.html"), "<html><script>start()</script><script src='js/app.js'></script></html>");
    writeFileSync(join(folder, "js/app.1a2b3c4d5e.js"), "hello()");
    writeFileSync(join(folder, "large.bin"), Buffer.alloc(50_000_000));
    app = await startApp({ appFolder: folder, log });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  test.each(["/", "/index.html", "/domains/meals/pages/menu/index", "/pages/home?a=1"])(
    "%s is its page",
    async (path) => {
      const { status, text, headers } = await app.request.get(path);
      expect([status, text.slice(0, 6)]).toEqual([200, "<html>"]);
      expect(headers["cache-control"]).toBe("no-cache");
    },
  );

  test("a file whose name is a hash of it never needs to be asked for again", async () => {
    const { status, headers } = await app.request.get("/js/app.1a2b3c4d5e.js");
    expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
  });

  test("a file that is not there is not found, and so is an unknown API path", async () => {
    for (const path of ["/js/gone.js", "/api/pages/home"]) {
      const { status, body } = await app.request.get(path);
      expect([status, body.error.code]).toEqual([404, "not_found"]);
    }
  });

  test("the page's own inline script may run, by its hash", async () => {
    const { headers } = await app.request.get("/");
    const [scripts = ""] = /script-src[^;]*/.exec(headers["content-security-policy"] ?? "") ?? [];
    expect(scripts.match(/'sha256-[^']+'/g)).toHaveLength(1);
    expect(scripts).not.toContain("unsafe");
  });

  test("somebody who leaves in the middle of an answer is no error in the log", async () => {
    const server = await listen({ handler: app.handler, port: 0, host: "127.0.0.1" });
    const { port } = server.address() as AddressInfo;
    const leaving = new AbortController();
    const gone = new Promise((settle) => server.on("connection", (socket) => socket.once("close", settle)));
    await fetch(`http://127.0.0.1:${port}/large.bin`, { signal: leaving.signal });
    leaving.abort();
    await gone;
    await stopListening(server, { graceMs: 10 });
    expect(log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
