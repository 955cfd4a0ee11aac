import eslint from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import hooks from "eslint-plugin-react-hooks";
import typescript from "typescript-eslint";
import { root } from "./aliases.js";
import { forbiddenClock, forbiddenSyntax, projectRules } from "./eslint-rules.js";

const SOURCES = ["{shared,server,miniapp,test}/**/*.{ts,tsx}"];
const TAROS_DEFAULTS = [
  "miniapp/app.tsx",
  "miniapp/**/{app,index}.config.ts",
  "miniapp/{tabs,domains,custom-tab-bar}/**/index.tsx",
  "test/bench/bare/weapp/src/**",
];

const NODE_GLOBALS =
  "Buffer URL TextDecoder console process performance setTimeout clearTimeout setInterval clearInterval".split(" ");

const types = {
  files: SOURCES,
  extends: [typescript.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  rules: {
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    "@typescript-eslint/no-confusing-void-expression": [
      "error",
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
    // A stored document is an object whose keys are data.
    "@typescript-eslint/no-dynamic-delete": "off",
    // A handler or a port is asynchronous by its type, whether or not one implementation waits.
    "@typescript-eslint/require-await": "off",
    // The compiler refuses plain access where noUncheckedIndexedAccess and index signatures meet.
    "@typescript-eslint/dot-notation": "off",
  },
};

const habits = {
  files: SOURCES,
  plugins: { yike: projectRules },
  rules: {
    eqeqeq: "error",
    "max-lines": ["error", 250],
    "max-lines-per-function": ["error", 60],
    "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    "no-restricted-syntax": ["error", ...forbiddenSyntax, ...forbiddenClock],
    "yike/lean-lists": "error",
    "yike/reasoned-suppressions": "error",
  },
};

const screens = {
  files: ["miniapp/**/*.{ts,tsx}"],
  extends: [hooks.configs.flat["recommended-latest"]],
  rules: { "max-lines-per-function": ["error", 150] },
};

/** supertest and the driver hand over what came by wire as `any`; a test's expectation is its type check. */
const tests = {
  files: ["test/**/*.{ts,tsx}"],
  rules: {
    "max-lines-per-function": "off",
    "no-restricted-syntax": ["error", ...forbiddenSyntax.slice(0, 1)],
    "yike/lean-lists": "off",
    "@typescript-eslint/no-confusing-void-expression": "off",
    // The conformance suite speaks in every way that a library of ours may speak.
    "@typescript-eslint/no-deprecated": "off",
    "@typescript-eslint/no-unsafe-argument": "off",
    "@typescript-eslint/no-unsafe-assignment": "off",
    "@typescript-eslint/no-unsafe-call": "off",
    "@typescript-eslint/no-unsafe-member-access": "off",
    "@typescript-eslint/no-unsafe-return": "off",
  },
};

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".data/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  types,
  habits,
  screens,
  tests,
  // Mongoose types a schema's plain objects as instances of its own classes.
  {
    files: ["server/**/*.model.ts", "test/sweeps/database/library-mongoose.test.ts"],
    rules: { "@typescript-eslint/no-unsafe-class-instance-assignment": "off" },
  },
  { files: TAROS_DEFAULTS, rules: { "no-restricted-exports": "off" } },
  { files: ["server/core/clock.ts"], rules: { "no-restricted-syntax": ["error", ...forbiddenSyntax] } },
  // A database evaluates the patterns and keeps the time it is given.
  { files: ["server/embedded-mongo/**"], rules: { "no-restricted-syntax": ["error", ...forbiddenSyntax.slice(1)] } },
  { files: ["config/**/*.ts"], extends: [typescript.configs.strict] },
  {
    files: ["config/**/*.js"],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, "readonly"])),
    },
    rules: { eqeqeq: "error" },
  },
);
