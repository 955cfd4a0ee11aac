import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { readEnv } from "@server/env";

const KEYS = { FIELD_KEYS: `a:${"A".repeat(43)}=,b:${"B".repeat(43)}=`, INDEX_KEY: `${"C".repeat(43)}=` };

describe("settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-env-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("have defaults for a computer at home; empty counts as unset", () => {
    expect(readEnv({ ...KEYS, PORT: "", MONGODB_URI: "" })).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      dataDir: ".data",
      mongodbUri: null,
      role: "both",
      regionPacks: [],
      corsOrigins: [],
      proxyCount: 0,
      wechat: null,
      sms: null,
      provincePlatform: null,
      isProduction: false,
      isDemo: true,
    });
  });

  test("list every fault at once", () => {
    const faults = {
      PORT: "80a",
      ROLE: "boss",
      MONGODB_URI: "postgres://",
      CORS_ORIGINS: "*",
      FIELD_KEYS: "x",
      LOG_LEVEL: "1",
    };
    const message = (() => {
      try {
        readEnv(faults);
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    })();
    const lines = message.split("\n");
    expect(lines).toHaveLength(6);
    for (const name of Object.keys(faults))
      expect(lines.some((line) => line.startsWith(`${name} must be `))).toBe(true);
  });

  test.each([
    { PORT: "65536" },
    { PORT: "-1" },
    { PORT: "1e3" },
    { CORS_ORIGINS: "https://a.example/" },
    { NODE_ENV: "prod" },
  ])("%j is refused", (fault) =>
    expect(() => readEnv({ ...KEYS, ...fault })).toThrow(`${Object.keys(fault)[0]} must be`),
  );

  test("in production a missing secret stops the boot; elsewhere too, when only one of a pair is given", () => {
    expect(() => readEnv({ NODE_ENV: "production" })).toThrow("FIELD_KEYS is missing.\nINDEX_KEY is missing.");
    expect(() => readEnv({ ...KEYS, WECHAT_APP_ID: "wx1" })).toThrow("WECHAT_SECRET is missing.");
    expect(() => readEnv({ ...KEYS, SMS_GATEWAY_URL: "https://sms.example" })).toThrow("SMS_GATEWAY_TOKEN is missing.");
    expect(() => readEnv({ ...KEYS, PROVINCE_PLATFORM_URL: "https://platform.example" })).toThrow(
      "PROVINCE_PLATFORM_TOKEN is missing.",
    );
  });

  test.each([
    ["production", { NODE_ENV: "production" }],
    ["its own database", { MONGODB_URI: "mongodb://db" }],
    ["an open address", { HOST: "0.0.0.0" }],
  ])("%s is no demo, and its log has every request", (_, setting) =>
    expect(readEnv({ ...KEYS, ...setting })).toMatchObject({ isDemo: false, logLevel: "info" }),
  );

  test("the demo's terminal is told only what is amiss, unless it asks for more", () => {
    expect(readEnv(KEYS).logLevel).toBe("warn");
    expect(readEnv({ ...KEYS, LOG_LEVEL: "info" }).logLevel).toBe("info");
  });

  test("keys are read in order: the first seals", () => {
    const { fieldKeys, indexKey } = readEnv(KEYS);
    expect(fieldKeys.map(({ id, key }) => [id, key.length])).toEqual([
      ["a", 32],
      ["b", 32],
    ]);
    expect(indexKey).toHaveLength(32);
  });

  test("missing keys are made once, for the owner's eyes only, and kept", () => {
    const first = readEnv({ DATA_DIR: folder });
    const second = readEnv({ DATA_DIR: folder });
    expect(second.fieldKeys).toEqual(first.fieldKeys);
    expect(second.indexKey).toEqual(first.indexKey);
    expect(first.indexKey).not.toEqual(first.fieldKeys[0].key);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  test("damaged keys are not written over", () => {
    const path = join(folder, "secrets.json");
    writeFileSync(path, "{");
    expect(() => readEnv({ DATA_DIR: folder })).toThrow(/bring it back from a backup/);
    expect(readFileSync(path, "utf8")).toBe("{");
  });
});
