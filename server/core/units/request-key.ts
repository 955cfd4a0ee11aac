import { stableId } from "../ids";

/** The id of whatever a keyed request books: the same for each repeat, another for each person. */
export const bookingIdOf = ({ actorId, key }: { actorId: string; key: string }): string => stableId(actorId, key);

/** What a request asked for, as one comparable text: the same key with another one is another request. */
export const fingerprintOf = (wish: Readonly<Record<string, string>>): string =>
  stableId(...Object.entries(wish).sort().flat());
