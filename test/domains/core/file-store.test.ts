import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Contract } from "@shared/core/endpoint";
import { database } from "@server/core/db/connect";
import type { Domain } from "@server/core/domain";
import { fileLink } from "@server/core/files/file-links";
import { createFileStore } from "@server/core/db/file-store";
import { newId } from "@server/core/ids";
import { startApp, type TestApp } from "@test/support/app";

const store = createFileStore("probe_files");
const contract: Contract = { name: "probe-files", errors: {}, endpoints: {} };
const domain: Domain = { contract, createHandlers: () => ({}), jobs: [], indexes: [], files: [store] };
const MINUTE = 60_000;

describe("stored files", () => {
  const bytes = randomBytes(700_000);
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ domains: [domain] });
  });
  afterAll(() => app.close());

  const put = async (content = bytes) => {
    const id = newId();
    await store.put(id, { bytes: content, mediaType: "image/jpeg", now: app.clock.now() });
    return id;
  };
  const left = async (id: string) => ({
    files: await database().collection("probe_files.files").countDocuments({ filename: id }),
    chunks: await database().collection<{ files_id: string }>("probe_files.chunks").countDocuments({ files_id: id }),
  });
  const linkTo = (fileId: string) => fileLink(app.deps, { store: store.name, fileId });
  const ask = (path: string) => app.request.get(path).buffer(true);

  test("come back as they were put, and go with every piece", async () => {
    const id = await put();
    expect((await store.open(id))?.bytes.equals(bytes)).toBe(true);
    expect(await left(id)).toEqual({ files: 1, chunks: 3 });
    await store.remove([id]);
    await store.remove([id]);
    expect(await store.open(id)).toBeNull();
    expect(await left(id)).toEqual({ files: 0, chunks: 0 });
  });

  test("halves of a file whose writer died are removed by its id", async () => {
    const id = newId();
    await database()
      .collection<{ files_id: string; n: number; data: Buffer }>("probe_files.chunks")
      .insertOne({ files_id: id, n: 0, data: bytes });
    await store.remove([id]);
    expect(await left(id)).toEqual({ files: 0, chunks: 0 });
  });

  test("one that is removed while it is read is not there", async () => {
    const id = await put();
    const chunks = database().collection<{ files_id: string; n: number }>("probe_files.chunks");
    await chunks.deleteOne({ files_id: id, n: 1 });
    expect(await store.open(id)).toBeNull();
    await chunks.deleteMany({ files_id: id });
    expect(await store.open(id)).toBeNull();
  });

  describe("a link", () => {
    test("brings the file, as what it is and nothing else", async () => {
      const { status, headers, body } = await ask(linkTo(await put()));
      expect(status).toBe(200);
      expect(bytes.equals(body as Buffer)).toBe(true);
      expect(headers).toMatchObject({
        "content-type": "image/jpeg",
        "content-length": String(bytes.length),
        "content-disposition": "inline",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
      });
      expect(headers["cache-control"]).toMatch(/^private, max-age=\d+, immutable$/);
    });

    test("is the same for half an hour, and a device that has the file gets none again", async () => {
      const id = await put();
      const link = linkTo(id);
      expect(linkTo(id)).toBe(link);
      const first = await ask(link);
      const again = await ask(link).set("If-None-Match", first.headers["etag"] ?? "");
      expect(again.status).toBe(304);
    });

    test("holds for half an hour at least, and for an hour at most", async () => {
      const link = linkTo(await put());
      app.clock.advance(30 * MINUTE - 1);
      expect((await ask(link)).status).toBe(200);
      app.clock.advance(30 * MINUTE + 1);
      expect((await ask(link)).status).toBe(404);
    });

    test("that is forged, altered or another's is not found, like a file that is gone", async () => {
      const [id, other] = [await put(), await put()];
      const link = linkTo(id);
      const [, , , , , until = "", signature = ""] = link.split("/");
      const forged = [
        link.replace(id, other),
        link.replace(`/${until}/`, `/${Number(until) + 1}/`),
        link.replace(`/${until}/`, "/999999999999/"),
        link.replace("probe_files", "photos"),
        link.replace(signature, signature.split("").reverse().join("")),
        link.replace(signature, "a".repeat(43)),
        link.replace(signature, "a"),
        link.replace(id, "%2e%2e%2fpackage.json"),
        linkTo(newId()),
      ];
      for (const path of forged) {
        const { status, body } = await ask(path);
        expect({ path, status, code: body.error?.code }).toEqual({ path, status: 404, code: "not_found" });
      }
    });
  });
});
