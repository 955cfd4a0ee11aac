import { LRUCache } from "lru-cache";
import type { Clock } from "../clock";
import type { Actor } from "../policy";

const ENTRIES = 10_000;
const LIVES_MS = 10_000;

/** Finds who holds a session; null when it ended or never was. Published by accounts. */
export type FindActor = (session: { readonly tokenHash: string; readonly now: number }) => Promise<Actor | null>;

/**
 * The actors of the last ten seconds, so that a request costs no session look-up. A session that ends in this process
 * must be forgotten here at once; one that ends in another process lives at most ten seconds more.
 */
export interface ActorCache {
  find(tokenHash: string, findActor: FindActor): Promise<Actor | null>;
  /** Drops every session of a person: at sign-out, at a change of roles or password. */
  forget(personId: string): void;
}

export function createActorCache(clock: Clock): ActorCache {
  const cache = new LRUCache<string, Actor>({ max: ENTRIES, ttl: LIVES_MS, ttlResolution: 0, perf: clock });
  // A look-up that was under way while its person was forgotten must not bring the old answer back.
  let generation = 0;
  return {
    find: async (tokenHash, findActor) => {
      const cached = cache.get(tokenHash);
      if (cached) return cached;
      const begunIn = generation;
      const actor = await findActor({ tokenHash, now: clock.now() });
      if (actor && begunIn === generation) cache.set(tokenHash, actor);
      return actor;
    },
    forget: (personId) => {
      generation += 1;
      for (const [tokenHash, actor] of cache.entries()) if (actor.id === personId) cache.delete(tokenHash);
    },
  };
}
