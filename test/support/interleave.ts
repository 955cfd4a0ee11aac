import { AsyncLocalStorage } from "node:async_hooks";
import mongoose, { type Model } from "mongoose";

/** Somebody who does something; stopped for ever before its storage call number `diesAt` (from 0), as by a crash. */
export interface Actor {
  readonly name: string;
  readonly act: () => Promise<unknown>;
  readonly diesAt?: number;
}

/** What became of each actor, by name: what it returned or threw; nothing for one that died. */
export type Ends = Readonly<Record<string, { readonly value: unknown } | { readonly error: unknown }>>;

interface Choice {
  readonly taken: number;
  readonly of: number;
}

interface Turn {
  readonly name: string;
  readonly open: () => void;
}

interface Stage {
  arrive(): Promise<void>;
}

interface Executing {
  exec: (this: { readonly model: unknown }, ...args: unknown[]) => Promise<unknown>;
}

const stages = new AsyncLocalStorage<Stage>();

/**
 * Puts a gate before each storage call of a model: whoever acts on a stage waits there for its turn. Others pass.
 * Returns what takes the gates away again.
 */
export function gate<T>(model: Model<T>): () => void {
  const query = mongoose.Query.prototype as unknown as Executing;
  const { exec } = query;
  const create = model.create.bind(model);
  query.exec = async function gated(...args) {
    if (this.model === model) await stages.getStore()?.arrive();
    return exec.apply(this, args);
  };
  model.create = (async (...args: Parameters<typeof create>) => {
    await stages.getStore()?.arrive();
    return create(...args);
  }) as typeof model.create;
  return () => {
    query.exec = exec;
    model.create = create;
  };
}

/** Lets the actors act, one storage call at a time, in the order that the choices say; beyond them the first in line. */
async function runInOrder(actors: readonly Actor[], choices: readonly number[]) {
  const waiting: Turn[] = [];
  const ends: Record<string, { value: unknown } | { error: unknown }> = {};
  let acting = 0;
  let settle: () => void = () => undefined;
  const rest = () => {
    acting -= 1;
    if (acting === 0) settle();
  };
  const untilAllRest = () => new Promise<void>((resolve) => (settle = resolve));

  const stageOf = ({ name, diesAt = Infinity }: Actor): Stage => {
    let calls = 0;
    return {
      arrive: () =>
        new Promise((open) => {
          if (calls < diesAt) waiting.push({ name, open });
          calls += 1;
          rest();
        }),
    };
  };
  const begin = async (actor: Actor) => {
    try {
      ends[actor.name] = { value: await stages.run(stageOf(actor), actor.act) };
    } catch (error) {
      ends[actor.name] = { error };
    }
    rest();
  };

  acting = actors.length;
  const begun = untilAllRest();
  for (const actor of actors) void begin(actor);
  await begun;
  const made: Choice[] = [];
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.name.localeCompare(b.name));
    const taken = Math.min(choices[made.length] ?? 0, waiting.length - 1);
    made.push({ taken, of: waiting.length });
    acting = 1;
    const rested = untilAllRest();
    waiting.splice(taken, 1)[0]?.open();
    await rested;
  }
  return { made, ends };
}

/** The choices after these in a walk through all orders; null after the last. */
function nextChoices(made: readonly Choice[]): number[] | null {
  const at = made.map(({ taken, of }) => taken + 1 < of).lastIndexOf(true);
  if (at < 0) return null;
  return made.slice(0, at + 1).map(({ taken }, place) => (place === at ? taken + 1 : taken));
}

interface Scene {
  readonly actors: readonly Actor[];
  /** Looks at what is left once nobody acts any more. */
  readonly check: (ends: Ends) => Promise<void>;
}

/** Plays a scene, set up anew each time, in every order of its actors' storage calls; gives the number of orders. */
export async function inEveryOrder(setUp: () => Promise<Scene>): Promise<number> {
  let choices: number[] | null = [];
  let orders = 0;
  while (choices) {
    const { actors, check } = await setUp();
    const { made, ends } = await runInOrder(actors, choices);
    try {
      await check(ends);
    } catch (error) {
      const order = made.map(({ taken, of }) => `${taken}/${of}`).join(" ");
      throw new Error(`in the order ${order}`, { cause: error });
    }
    orders += 1;
    choices = nextChoices(made);
  }
  return orders;
}
