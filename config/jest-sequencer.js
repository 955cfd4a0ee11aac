import { statSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./aliases.js";

/** What takes minutes, the longest first: begun last, it would leave one of two processes waiting for the other. */
const LONG = [
  "test/sweeps/teeth/",
  "test/sweeps/endpoints/invalid-input",
  "test/sweeps/endpoints/injection",
  "test/sweeps/endpoints/",
  "test/journeys/",
];

/** @param {{ path: string }} test */
function orderOf({ path }) {
  const name = relative(root, path);
  const place = LONG.findIndex((beginning) => name.startsWith(beginning));
  return { place: place === -1 ? LONG.length : place, bytes: statSync(path).size };
}

/** The order of the test files: the same on every computer, whatever ran there before. */
export default class LongestFirst {
  /** @template {{ path: string }} T @param {T[]} tests */
  sort(tests) {
    const ordered = tests.map((test) => ({ test, ...orderOf(test) }));
    ordered.sort((a, b) => a.place - b.place || b.bytes - a.bytes);
    return ordered.map(({ test }) => test);
  }

  /** Jest asks for these two; nothing is kept and nothing chosen by what failed before. */
  cacheResults() {}

  /** @template T @param {T[]} tests */
  allFailedTests(tests) {
    return tests;
  }
}
