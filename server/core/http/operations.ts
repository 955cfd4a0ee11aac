import type { Clock } from "../clock";
import { serveHealth } from "./health";
import { createMetrics, serveMetrics, type HttpMetrics } from "./metrics";
import type { AppMiddleware } from "./state";

/** What operators ask the program for: is it well, and how much does it do. */
export interface Operations {
  readonly metrics: HttpMetrics;
  readonly middleware: readonly AppMiddleware[];
}

interface OperationsOptions {
  readonly clock: Clock;
  /** Whether the database answers and holds what the program relies on. */
  readonly isReady: () => Promise<boolean>;
}

export function createOperations(options: OperationsOptions): Operations {
  const metrics = createMetrics();
  return { metrics, middleware: [serveHealth(options), serveMetrics(metrics)] };
}
