import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Domain } from "@server/core/domain";
import { startApp, type TestApp } from "@test/support/app";
import { probeDomain } from "@test/support/probe-domain";

describe("what operators and developers ask for", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ domains: [probeDomain as unknown as Domain] });
  });
  afterAll(() => app.close());

  describe("metrics", () => {
    test("count by route template, on loopback", async () => {
      await app.request.get("/api/probe/notes/13812345678");
      const { status, text } = await app.request.get("/metrics");
      expect(status).toBe(200);
      expect(text).toContain('route="/probe/notes/:noteId"');
      expect(text).not.toContain("13812345678");
    });

    test("do not exist behind a proxy", async () => {
      expect((await app.request.get("/metrics").set("X-Forwarded-For", "127.0.0.1")).status).toBe(404);
    });
  });

  describe("OpenAPI", () => {
    test("names exactly the endpoints that answer", async () => {
      const { body } = await app.request.get("/api/openapi.json");
      expect(body.openapi).toBe("3.1.0");
      const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      );
      expect(described.sort()).toEqual(
        Object.values(probeDomain.contract.endpoints)
          .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`)
          .sort(),
      );
      const keep = body.paths["/probe/keep"].post;
      expect(keep.parameters[0].name).toBe("Idempotency-Key");
      expect(keep.requestBody.content["application/json"].schema).toMatchObject({ additionalProperties: false });
      expect(Object.keys(keep.responses)).toEqual(expect.arrayContaining(["201", "401", "409", "413", "422", "429"]));
      expect(keep.responses["409"].description).toContain("probe_full");
    });

    test("its page and every file of it come from this server", async () => {
      const { text } = await app.request.get("/api/docs");
      const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = ""]) => file);
      expect(files).toHaveLength(4);
      for (const file of files) expect([file, (await app.request.get(file)).status]).toEqual([file, 200]);
      expect(text).not.toMatch(/https?:\/\//);
    });
  });
});
