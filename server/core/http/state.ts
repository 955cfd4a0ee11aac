import type { Middleware, ParameterizedContext } from "koa";
import type { Actor } from "../policy";

/** What the middleware chain leaves on a request for the next one. */
export interface AppState {
  requestId: string;
  actor: Actor | null;
  /** Route template such as `/meals/bookings/:bookingId`, for log and metrics labels; set once matched. */
  route?: string;
  /** Code of the refusal, for the log. */
  errorCode?: string;
}

export type AppContext = ParameterizedContext<AppState> & {
  params: Record<string, string>;
  request: { body?: unknown };
};

/** A link of the chain in app.ts. */
export type AppMiddleware = Middleware<AppState>;

/** Everything below it speaks JSON and the closed list of errors; the rest of the paths belong to the H5 app. */
export const API_PREFIX = "/api";

export const isApiPath = (path: string): boolean => path === API_PREFIX || path.startsWith(`${API_PREFIX}/`);
