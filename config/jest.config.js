import { jestModuleNames, root } from "./aliases.js";

/** Jest in ESM mode; TypeScript is only stripped here, `npm run check` judges the types. */
export default {
  rootDir: root,
  roots: ["<rootDir>/test"],
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "json", "node"],
  moduleNameMapper: jestModuleNames,
  transform: {
    "\\.tsx?$": [
      "@swc/jest",
      {
        swcrc: false,
        sourceMaps: "inline",
        module: { type: "es6" },
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: {
            react: { runtime: "automatic" },
            verbatimModuleSyntax: true,
          },
        },
      },
    ],
  },
  testSequencer: "<rootDir>/config/jest-sequencer.js",
  globalSetup: "<rootDir>/config/jest-setup.js",
  globalTeardown: "<rootDir>/config/jest-teardown.js",
  reporters: ["default", "<rootDir>/config/jest-reporter.js"],
  // Two test processes beside one database keep a computer with two cores busy without starving timers.
  maxWorkers: 2,
  // Against hanging, not for speed: on a busy computer an honest test has taken half a minute.
  testTimeout: 120_000,
};
