import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

const ROOT = resolve(import.meta.dirname, "../../..");
/** Among them days that began an hour late or early in Shanghai, and 29 February. */
const BIRTH_DATES = ["1940-06-01", "1941-03-15", "1948-02-29", "1949-05-01", "1986-05-04", "1991-09-15", "2026-11-22"];

/** Seals each date and opens it again, and says how old its owner is on the evening and the morning of a day. */
const PROGRAM = `
  import { randomBytes } from "node:crypto";
  import { ageOn, businessDay } from "./shared/core/dates";
  import { createSealer } from "./server/core/crypto/sealer";
  import { openBirthDate, sealBirthDate } from "./server/domains/accounts/personal-values";
  const sealer = createSealer({ fieldKeys: [{ id: "k", key: randomBytes(32) }], indexKey: randomBytes(32) });
  const days = ["2026-11-22T15:59:59.999Z", "2026-11-22T16:00:00.000Z"].map((at) => businessDay(Date.parse(at)));
  for (const given of process.argv.slice(1)) {
    const birthDate = openBirthDate(sealer, {
      _id: "p",
      birthDate: sealBirthDate({ sealer, personId: "p" }, given),
    });
    console.log([birthDate, ...days.map((on) => ageOn({ birthDate, on }))].join(" "));
  }`;

const EXPECTED = [
  "1940-06-01 86 86",
  "1941-03-15 85 85",
  "1948-02-29 78 78",
  "1949-05-01 77 77",
  "1986-05-04 40 40",
  "1991-09-15 35 35",
  "2026-11-22 0 0",
];

test.each(["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])(
  "R-T1: a birth date is kept as it was given, and so is the age, on a computer in %s",
  async (zone) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", PROGRAM, ...BIRTH_DATES],
      { cwd: ROOT, env: { ...process.env, TZ: zone, NODE_OPTIONS: "" } },
    );
    expect(stdout.trim().split("\n")).toEqual(EXPECTED);
  },
);
