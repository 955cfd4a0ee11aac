/**
 * Ends the process with one sentence on standard error and exit code 1.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Announces a long step, and every ten seconds that it is still going on.
 * @param {string} step
 * @returns {() => void} call it when the step is over
 */
export function showProgress(step) {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  console.log(`${step} ...`);
  const timer = setInterval(() => console.log(`  still working, ${seconds()} s`), 10_000);
  return () => clearInterval(timer);
}
