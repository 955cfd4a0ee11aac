import type { ParameterizedContext } from "koa";
import type { Actor } from "../policy";

/** What the middleware chain leaves on a request for the next one. */
export interface AppState {
  requestId: string;
  actor: Actor | null;
  /** Route template such as `/meals/bookings/:bookingId`, for log and metrics labels; set once matched. */
  route?: string;
}

export type AppContext = ParameterizedContext<AppState> & {
  params: Record<string, string>;
  request: { body?: unknown };
};
