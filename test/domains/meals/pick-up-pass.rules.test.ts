import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { createSealer } from "@server/core/crypto/sealer";
import { makePickUpPass, readPickUpPass } from "@server/domains/meals/pick-up-pass";

const newKeys = () => ({
  sealer: createSealer({ fieldKeys: [{ id: "k1", key: randomBytes(32) }], indexKey: randomBytes(32) }),
});
const keys = newKeys();
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** The first moment of a minute. */
const NOON = Date.parse("2026-11-23T04:00:00.000Z");
const { text, refreshAt } = makePickUpPass(keys, { bookingId: "booking-1", now: NOON + 30 * SECOND });
const isFreshAt = (now: number) => readPickUpPass(keys, { text, now })?.isFresh;

describe("a picture to show at the counter", () => {
  test("names its booking, and when the next one comes", () => {
    expect(readPickUpPass(keys, { text, now: NOON })).toEqual({ bookingId: "booking-1", isFresh: true });
    expect(refreshAt).toBe(NOON + MINUTE);
  });

  test.each([
    ["two minutes ahead of the counter's clock", -MINUTE - 1, false],
    ["a minute ahead", -MINUTE, true],
    ["of this minute", MINUTE - 1, true],
    ["of the minute before, in its last moment", 2 * MINUTE - 1, true],
    ["of the minute before that", 2 * MINUTE, false],
    ["of an hour ago", 60 * MINUTE, false],
  ])("%s: seen %i ms after its minute began, it is fresh: %s", (_title, after, isFresh) => {
    expect(isFreshAt(NOON + after)).toBe(isFresh);
  });

  test("made anew in the same minute is the same, in the next another", () => {
    expect(makePickUpPass(keys, { bookingId: "booking-1", now: NOON }).text).toBe(text);
    expect(makePickUpPass(keys, { bookingId: "booking-1", now: NOON + MINUTE }).text).not.toBe(text);
  });
});

describe("none of ours", () => {
  const [form = "", bookingId = "", step = "", check = ""] = text.split(".");
  const other = makePickUpPass(keys, { bookingId: "booking-2", now: NOON }).text.split(".").at(-1) ?? "";
  const elsewhere = makePickUpPass(newKeys(), { bookingId, now: NOON }).text;
  test.each([
    ["another booking under this check", [form, "booking-2", step, check].join(".")],
    ["another minute under this check", [form, bookingId, String(Number(step) + 1), check].join(".")],
    ["the check of another booking", [form, bookingId, step, other].join(".")],
    ["a check that is cut short", text.slice(0, -1)],
    ["what another server made", elsewhere],
    ["something before it", ` ${text}`],
    ["an address", "https://example.com/?code=1"],
    ["nothing", ""],
  ])("is %s", (_title, scanned) => {
    expect(readPickUpPass(keys, { text: scanned, now: NOON })).toBeNull();
  });
});
