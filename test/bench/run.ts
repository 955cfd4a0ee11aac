import { measurePackages, type Figure } from "./packages";

/** `npm run bench`: prints each figure beside its gate; a figure over its gate makes the run fail. */
const figures: readonly Figure[] = measurePackages();

for (const { id, what, kilobytes, gate } of figures) {
  const verdict = kilobytes <= gate ? "ok" : "OVER";
  process.stdout.write(`${verdict.padEnd(5)} ${id}  ${what}: ${kilobytes} KB (gate ${gate} KB)\n`);
}
process.exitCode = figures.every(({ kilobytes, gate }) => kilobytes <= gate) ? 0 : 1;
