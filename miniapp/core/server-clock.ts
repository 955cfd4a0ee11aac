let offsetMs = 0;

/** Takes the server's time from a reply's `Date` header: buttons grey by its clock, not by the phone's. */
export function noteServerTime(dateHeader: string | undefined): void {
  const serverMs = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
  if (Number.isFinite(serverMs)) offsetMs = serverMs - Date.now();
}

/** The server's now, epoch milliseconds, to the second. */
export const serverNow = (): number => Date.now() + offsetMs;
