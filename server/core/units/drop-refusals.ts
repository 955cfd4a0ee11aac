import { trusted } from "../db/trusted";
import type { UnitModel } from "./unit.model";

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

interface Dropping {
  readonly now: number;
  /** Field of the refusal until which its key may still be asked for, whatever its age. */
  readonly until: string;
}

/** Forgets refusals that are seven days old and whose matter is over: until then a repeat gets the same no (R-B3). */
export async function dropRefusals<Unit>(units: UnitModel<Unit>, { now, until }: Dropping): Promise<void> {
  const old = { at: trusted({ $lt: new Date(now - KEPT_MS) }), [until]: trusted({ $lt: new Date(now) }) };
  await units.deleteMany({ kind: "refusal", ...old } as never);
}
