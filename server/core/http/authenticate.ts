import { hashToken, isToken } from "../crypto/tokens";
import type { ActorCache, FindActor } from "./actor-cache";
import type { AppMiddleware } from "./state";

export type { FindActor } from "./actor-cache";

const BEARER = /^Bearer (\S+)$/;

/**
 * Finds who asks by the session token in `Authorization: Bearer`. A token that is missing, unknown or ended leaves a
 * guest, who is refused where one must be signed in. Tokens anywhere else, such as in a URL, count for nothing.
 */
export const authenticate =
  ({ actors, findActor }: { actors: ActorCache; findActor: FindActor }): AppMiddleware =>
  async (ctx, next) => {
    const token = BEARER.exec(ctx.get("Authorization"))?.[1];
    if (token !== undefined && isToken(token)) ctx.state.actor = await actors.find(hashToken(token), findActor);
    await next();
  };
