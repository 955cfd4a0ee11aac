import type { Deps } from "@server/core/deps";
import type { BenchServer } from "./bench-server";
import type { Figure } from "./figure";
import { bookingShot } from "./jobs";
import { fire } from "./load";
import type { BenchWorld } from "./seed";
import { seedSitting, type OpenDish } from "./seed-meals";

const CONNECTIONS = 200;
/** A sitting that nothing else in the run books. */
const SITTING = 90;
const SECONDS = 60;
const P99_MS = 2_000;

interface Rush {
  readonly deps: Deps;
  readonly world: BenchWorld;
  readonly ours: BenchServer;
  /** Portions of each of the 100 canteens; as many people in all want one. */
  readonly portionsEach: number;
}

/** The opening rush of reliability.md 5.1: everybody's first request is the booking, nobody's session is cached. */
export async function measureOpeningRush({ deps, world, ours, portionsEach }: Rush): Promise<Figure[]> {
  const dishes: OpenDish[] = [];
  for (const carePointId of world.canteens) {
    dishes.push((await seedSitting(deps, { carePointId, at: SITTING, portions: portionsEach })).open);
  }
  const people = world.crowd.slice(0, dishes.length * portionsEach);
  const shots = people.flatMap((person, at) => {
    const dish = dishes[at % dishes.length];
    return dish ? [bookingShot(person, dish)] : [];
  });
  const allowed = [201, 409, 429];
  const { seconds, statuses, latencies } = await fire({ port: ours.port, shots, connections: CONNECTIONS, allowed });
  const answers = [...statuses].map(([status, count]) => `${status} × ${count}`).join(", ");
  const what = `opening rush, ${shots.length} bookings, ${dishes.length} canteens`;
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? NaN;
  return [
    { id: "R 5.1", what, unit: "s", values: [seconds], limit: SECONDS, gates: false, note: `answers: ${answers}` },
    { id: "R 5.1", what: `${what}: p99`, unit: "ms", values: [p99], limit: P99_MS, gates: false },
  ];
}
