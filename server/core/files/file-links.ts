import { timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock";
import type { Sealer } from "../crypto/sealer";

/**
 * A link holds at least this long and at most twice as long, minutes: longer than anybody leaves a page open, too short
 * for an address that was passed on. All links to a file made within one such span are the same, so that a device asks
 * for a picture once.
 */
const LINK_MINUTES = 30;
const SPAN_MS = LINK_MINUTES * 60_000;
const FIELD = "file-link";

interface LinkParts {
  readonly store: string;
  readonly fileId: string;
  /** Number of the span in which it ends. */
  readonly until: number;
  /** Whose link it is, by her session; absent where everybody may see the file. */
  readonly reader?: string | undefined;
}

type Keys = Pick<Sealer, "blindIndex">;

const sign = (sealer: Keys, { store, fileId, until, reader }: LinkParts): string =>
  sealer.blindIndex(FIELD, JSON.stringify([store, fileId, until, ...(reader === undefined ? [] : [reader])]));

type Linking = Omit<LinkParts, "until">;

/**
 * The path of a file for a while; it says nothing of what it shows. With a reader it is hers: it ends with her session, at
 * which her roles are looked up anew. A session's id is its token's hash, by which nobody signs in.
 */
export function fileLink({ sealer, clock }: { sealer: Keys; clock: Clock }, link: Linking): string {
  const { store, fileId, reader } = link;
  const until = Math.floor(clock.now() / SPAN_MS) + 2;
  const path = `/api/files/${store}/${fileId}/${until}/${sign(sealer, { ...link, until })}`;
  return reader === undefined ? path : `${path}?reader=${encodeURIComponent(reader)}`;
}

interface Given extends Linking {
  readonly until: string;
  readonly signature: string;
}

/**
 * Whether a link was made here and still holds.
 * @returns how long it still does, seconds; null when it does not
 */
export function secondsLeft(
  { sealer, clock }: { sealer: Keys; clock: Clock },
  { signature, until: given, ...link }: Given,
): number | null {
  const until = Number(given);
  const wanted = Buffer.from(sign(sealer, { ...link, until }));
  const shown = Buffer.from(signature);
  if (wanted.length !== shown.length || !timingSafeEqual(wanted, shown)) return null;
  const left = until * SPAN_MS - clock.now();
  return left > 0 ? Math.ceil(left / 1_000) : null;
}
