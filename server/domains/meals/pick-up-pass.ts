import { timingSafeEqual } from "node:crypto";
import type { Deps } from "@server/core/deps";

/** The picture changes every minute; the counter takes the one before and the one after as well. */
const STEP_MS = 60_000;
const STEPS_OFF = 1;
/** Bits of the check that travel: 22 characters of base64url, 132 bits. */
const CHECK_LENGTH = 22;
const FORM = /^yike1\.([A-Za-z0-9_-]{1,64})\.(\d{1,12})\.([A-Za-z0-9_-]{22})$/;

type Keys = Pick<Deps, "sealer">;

interface Pass {
  readonly bookingId: string;
  readonly step: number;
}

/**
 * What stands in the picture a resident shows: her booking, the minute, and a keyed hash over both. The secret of a
 * booking is derived from its id under the index key (256 bits): it lies in no database and ends with the booking.
 */
export function makePickUpPass({ sealer }: Keys, { bookingId, now }: { bookingId: string; now: number }) {
  const step = Math.floor(now / STEP_MS);
  const text = `yike1.${bookingId}.${step}.${checkOf(sealer, { bookingId, step })}`;
  return { text, refreshAt: (step + 1) * STEP_MS };
}

/** What a scanned text is: a pass of this minute or its neighbours, one of another time, or none of ours. */
export function readPickUpPass(
  { sealer }: Keys,
  { text, now }: { text: string; now: number },
): { readonly bookingId: string; readonly isFresh: boolean } | null {
  const [, bookingId = "", digits = "", check = ""] = FORM.exec(text) ?? [];
  const step = Number(digits);
  const expected = Buffer.from(checkOf(sealer, { bookingId, step }));
  const given = Buffer.from(check);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { bookingId, isFresh: Math.abs(Math.floor(now / STEP_MS) - step) <= STEPS_OFF };
}

function checkOf(sealer: Keys["sealer"], { bookingId, step }: Pass): string {
  const secret = sealer.blindIndex("portions.pick-up-secret", bookingId);
  return sealer.blindIndex("portions.pick-up-pass", JSON.stringify([secret, step])).slice(0, CHECK_LENGTH);
}
