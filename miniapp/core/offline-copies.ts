import { phoneNow, phoneTimeOf } from "./server-clock";
import { forget, remember, remembered, rememberedNames } from "./storage";

const BEGINNING = "yike.copy.";

interface Copy {
  /** By the phone's own clock, which is the one there is without a network. */
  readonly until: number;
  readonly value: unknown;
}

/** Keeps a copy on this phone until a server's instant, epoch milliseconds; it goes earlier when somebody signs out. */
export const keepCopy = (name: string, value: unknown, until: number): void =>
  remember(BEGINNING + name, { until: phoneTimeOf(until), value } satisfies Copy);

/** The copy kept under a name; undefined when there is none or its time is over. */
export function keptCopy(name: string): unknown {
  const copy = remembered(BEGINNING + name) as Copy | undefined;
  return copy && phoneNow() < copy.until ? copy.value : undefined;
}

/** Wipes one copy. */
export const forgetCopy = (name: string): void => forget(BEGINNING + name);

/** Wipes the copies whose time is over. */
export function forgetPastCopies(): void {
  for (const name of rememberedNames(BEGINNING)) {
    const copy = remembered(name) as Copy | undefined;
    if (!copy || copy.until <= phoneNow()) forget(name);
  }
}

/** Wipes every copy: whoever signs in next has not opened them. */
export const forgetCopies = (): void => rememberedNames(BEGINNING).forEach(forget);
