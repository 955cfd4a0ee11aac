/** Finds files, exports and packages that nothing uses. */
export default {
  entry: [
    "config/{index,dev,prod}.ts",
    "config/*.js",
    "server/main.ts",
    "server/embedded-mongo/main.ts",
    "server/scripts/*.ts",
    "server/migrations/*.ts",
    "miniapp/app.tsx",
    "miniapp/**/{app,index}.config.ts",
    "miniapp/{tabs,domains}/**/index.tsx",
    "test/**/*.test.{ts,tsx}",
    "test/bench/run.ts",
  ],
  project: ["{config,shared,server,miniapp,test}/**/*.{js,ts,tsx}"],
  paths: { "@shared/*": ["shared/*"], "@server/*": ["server/*"], "@miniapp/*": ["miniapp/*"], "@test/*": ["test/*"] },
  ignoreExportsUsedInFile: true,
  // Named in configuration only: Taro, Babel and jest load them by name.
  ignoreDependencies: [],
};
