import { createHash } from "node:crypto";

const digest = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** The id of whatever a keyed request books: the same for each repeat, another for each person. 43 characters. */
export const bookingIdOf = ({ actorId, key }: { actorId: string; key: string }): string => digest([actorId, key]);

/** What a request asked for, as one comparable text: the same key with another one is another request. */
export const fingerprintOf = (wish: Readonly<Record<string, string>>): string =>
  digest(Object.entries(wish).sort().flat());
