import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { recordRead } from "@server/core/audit/record-read";
import { database } from "@server/core/db/connect";
import { dumpDatabase } from "@server/core/db/dump";
import { allDomains } from "@server/domains/index";
import { sealedFields } from "@server/sealed-fields";
import { relayedChain } from "@test/support/audit";
import { onEmbeddedEngine } from "@test/support/database";
import { startEngine, type OwnEngine } from "@test/support/embedded-engine";
import { send, sweptEndpoints, tokenOf, type Input, type SweptEndpoint } from "../endpoints/examples";
import { makeWorld, type World } from "../endpoints/world";
import {
  isPublic,
  repeatedIn,
  sealedCanaries,
  spokenCanaries,
  withFittingCanaries,
  withMisplacedCanaries,
} from "./canaries";

const canaries = { ...sealedCanaries, ...spokenCanaries };
const folder = mkdtempSync(join(tmpdir(), "yike-canaries-"));
const log: string[] = [];
const refusals: string[] = [];
let accepted = 0;
let engine: OwnEngine | null = null;
let world: World;

beforeAll(async () => {
  if (onEmbeddedEngine) {
    engine = await startEngine(join(folder, "data"));
    process.env["TEST_MONGODB_URI"] = engine.uri;
  }
  world = await makeWorld({ log });
  for (const swept of sweptEndpoints) await tryEveryWay(swept);
  await recordRead({
    act: "probe.read",
    actorId: world.managerId,
    subject: { type: "probe", id: "p" },
    reason: spokenCanaries.reason,
    now: world.app.clock.now(),
  });
  await relayedChain(world.app);
  for (const job of allDomains.flatMap(({ jobs }) => jobs)) await job.run(world.app.deps);
}, 240_000);
afterAll(async () => {
  await world.app.close();
  await engine?.closePipe();
  rmSync(folder, { recursive: true, force: true });
});

/** An endpoint's own example with canaries in it, then everything that is wrong with it. */
async function tryEveryWay(swept: SweptEndpoint): Promise<void> {
  const { name: endpointName, endpoint, example } = swept;
  const good = await example(world);
  const token = await tokenOf(world, good);
  const ask = async (input: Input) => note(await send({ world, endpoint, input, token }));
  const fresh = () => (good.key === undefined ? {} : { key: randomUUID() });
  const body = good.body as object | undefined;
  if (!body) await ask(good);
  else {
    const fitting = withFittingCanaries(endpointName, body);
    await ask({ ...good, body: fitting });
    // Where a phone may be left out, an example does.
    if (!isPublic(endpointName, "phone"))
      await ask({ ...good, ...fresh(), body: { ...fitting, phone: sealedCanaries.phone } });
    for (const wrong of withMisplacedCanaries(body)) await ask({ ...good, ...fresh(), body: wrong });
  }
  for (const canary of Object.values(canaries)) {
    for (const part of ["params", "query"] as const) {
      for (const name of Object.keys(good[part] ?? {}))
        await ask({ ...good, [part]: { ...good[part], [name]: canary } });
    }
    await ask({ ...good, query: { ...good.query, [canary]: canary } });
  }
}

/** What is neither JSON nor a path, and headers that carry a canary. */
async function sendBroken(): Promise<void> {
  const { request } = world.app;
  const { strayPhone: phone, freeText } = spokenCanaries;
  const post = (text: string) =>
    request.post("/api/accounts/sign-in/staff").set("Content-Type", "application/json").send(text);
  note(await post(`{"name":"${freeText}","password":${phone}`));
  note(await post(`{"name":"${phone}","name":"${freeText}"}`));
  note(await request.get(`/api/${phone}?${phone}=${encodeURIComponent(freeText)}`));
  note(await request.get(`/api/accounts/me`).set("Authorization", `Bearer ${phone}`).set("X-Request-Id", phone));
  note(await request.get("/api/meals/bookings").set("Cookie", `name=${phone}`).set("User-Agent", phone));
}

function note({ status, text }: { status: number; text: string }): void {
  if (status >= 400) refusals.push(text);
  else accepted += 1;
}

function* filesBelow(path: string): Generator<string> {
  for (const name of readdirSync(path)) {
    const inner = join(path, name);
    if (statSync(inner).isDirectory()) yield* filesBelow(inner);
    else yield inner;
  }
}

const leaksOf = (path: string) =>
  [...filesBelow(path)].flatMap((file) => {
    const bytes = readFileSync(file);
    return Object.entries(sealedCanaries).flatMap(([name, canary]) =>
      bytes.includes(canary) ? [`${name} in ${file}`] : [],
    );
  });
const holdsTheName = (path: string) =>
  [...filesBelow(path)].some((file) => readFileSync(file).includes(spokenCanaries.name));

/** Every text below a document, with the path of its field. */
function* textsIn(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, path === "" ? key : `${path}.${key}`);
}

/** The fields, as `collection.field`, that hold something under the site's field key. */
async function fieldsWithSealedTexts(): Promise<Set<string>> {
  const [{ id }] = world.app.deps.env.fieldKeys;
  const collections = await database().listCollections().toArray();
  const fields = new Set<string>();
  for (const { name } of collections) {
    for await (const document of database().collection(name).find()) {
      for (const [path, text] of textsIn(document, "")) if (text.startsWith(`${id}.`)) fields.add(`${name}.${path}`);
    }
  }
  return fields;
}

describe("canaries of personal values (R-A3, R-X3)", () => {
  test("went in and were refused in many ways", async () => {
    await sendBroken();
    expect(accepted).toBeGreaterThan(sweptEndpoints.length / 2);
    expect(refusals.length).toBeGreaterThan(300);
    console.log(`${accepted} answers, ${refusals.length} refusals, ${log.length} lines of log`);
  });

  test("are repeated by no refusal", () => {
    expect(refusals.filter((text) => repeatedIn(text, canaries).length > 0)).toEqual([]);
  });

  test("are in no line of the log at its most talkative", () => {
    expect(log.length).toBeGreaterThan(refusals.length);
    expect(log.filter((line) => repeatedIn(line, canaries).length > 0)).toEqual([]);
  });

  test("are not in the metrics", async () => {
    const { status, text } = await world.app.request.get("/metrics");
    expect(status).toBe(200);
    expect(text).toContain("/accounts/residents");
    expect(repeatedIn(text, canaries)).toEqual([]);
  });

  test("stand sealed in a backup; the name, which is not sealed, is found there", async () => {
    const backup = join(folder, "backup");
    await dumpDatabase({ db: database(), folder: backup });
    expect(holdsTheName(backup)).toBe(true);
    expect(leaksOf(backup)).toEqual([]);
  });

  const onEmbedded = onEmbeddedEngine ? test : test.skip;
  onEmbedded("stand sealed in the files of the database; the name is found there", () => {
    const data = join(folder, "data");
    expect(holdsTheName(data)).toBe(true);
    expect(leaksOf(data)).toEqual([]);
  });

  test("every field that a change of keys goes over was filled, and no other field is sealed", async () => {
    const known = sealedFields(allDomains).map(({ collection, field }) => `${collection}.${field}`);
    expect([...(await fieldsWithSealedTexts())].sort()).toEqual(known.sort());
  });
});
