import type { Deps } from "@server/core/deps";
import { PortionModel } from "@server/domains/meals/portion.model";
import type { BenchServer } from "./bench-server";
import { medianOf, type Figure } from "./figure";
import { bookingShot, fillBareSittings, taking, warmSessions } from "./jobs";
import { fire } from "./load";
import type { BenchWorld } from "./seed";
import { seedSitting } from "./seed-meals";

/** Connections on which the callers stand. */
const CONNECTIONS = 250;
/** Later than every other sitting of the run. */
const FIRST_SITTING = 60;

interface HotDish {
  readonly deps: Deps;
  readonly world: BenchWorld;
  readonly ours: BenchServer;
  readonly bare: BenchServer;
  readonly rounds: number;
  /** Five for each portion. */
  readonly callers: number;
}

/** P-B5: 1,000 callers for 200 portions of one dish, ours and bare by turns; each turn has a dish of its own. */
export async function measureHotDish({ deps, world, ours, bare, rounds, callers: many }: HotDish) {
  const portions = many / 5;
  const take = taking(world.crowd);
  const [carePointId = ""] = world.canteens.slice(-1);
  const sold: number[] = [];
  const ratios: number[] = [];
  const seconds: number[] = [];
  const wrong: number[] = [];
  const sellOurs = async (round: number) => {
    const { open, menu } = await seedSitting(deps, { carePointId, at: FIRST_SITTING + round, portions });
    const callers = take(many);
    await warmSessions(ours, callers);
    const shots = callers.map((caller) => bookingShot(caller, open));
    const outcome = await fire({ port: ours.port, shots, connections: CONNECTIONS, allowed: [201, 409] });
    sold.push(await PortionModel.countDocuments({ sitting: menu._id, active: true }));
    wrong.push(Math.abs((outcome.statuses.get(201) ?? 0) - portions));
    return outcome.seconds;
  };
  const sellBare = async (round: number) => {
    const sitting = `hot-${round}`;
    await fillBareSittings([sitting], portions);
    const shots = take(many).map(({ id }) => ({ path: "/bookings", body: { sitting, elder: id } }));
    const outcome = await fire({ port: bare.port, shots, connections: CONNECTIONS, allowed: [200, 409] });
    wrong.push(Math.abs((outcome.statuses.get(200) ?? 0) - portions));
    return outcome.seconds;
  };
  // The way of a refusal is not yet warm, neither here nor there.
  await sellOurs(rounds);
  await sellBare(rounds);
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await sellOurs(round) : await sellBare(round);
    const second = round % 2 === 0 ? await sellBare(round) : await sellOurs(round);
    const [ourSeconds, bareSeconds] = round % 2 === 0 ? [first, second] : [second, first];
    seconds.push(ourSeconds);
    ratios.push(ourSeconds / bareSeconds);
  }
  const exact = sold.every((count) => count === portions) ? 0 : 1;
  const figures: Figure[] = [
    { id: "P-B5", what: "one hot dish: wall time, ours ÷ bare", unit: "×", values: ratios, limit: 2.5 },
    {
      ...{
        id: "P-B5",
        what: "turns that sold or confirmed another number than there was",
        unit: "",
        limit: 0,
      },
      values: [exact + wrong.filter((count) => count > 0).length],
      note: `sold ${[...new Set(sold)].join(", ")}; ${medianOf(seconds).toFixed(2)} s for ${many} callers`,
    },
  ];
  return figures;
}
