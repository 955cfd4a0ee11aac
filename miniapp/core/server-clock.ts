let offsetMs = 0;

/** What the phone's own clock shows, epoch milliseconds; it may be wrong by any amount. */
// eslint-disable-next-line no-restricted-syntax -- the one place where the phone's clock is read; a server's Clock cannot reach here
export const phoneNow = (): number => Date.now();

/** Takes the server's time from a reply's `Date` header: buttons grey by its clock, not by the phone's. */
export function noteServerTime(dateHeader: string | undefined): void {
  const serverMs = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
  if (Number.isFinite(serverMs)) offsetMs = serverMs - phoneNow();
}

/** The server's now, epoch milliseconds, to the second. */
export const serverNow = (): number => phoneNow() + offsetMs;

/** What the phone's own clock shows at a server's instant, epoch milliseconds; for what must end while nobody answers. */
export const phoneTimeOf = (serverMs: number): number => serverMs - offsetMs;
