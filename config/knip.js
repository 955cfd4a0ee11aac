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
    "miniapp/{tabs,domains,custom-tab-bar}/**/index.tsx",
    "test/**/*.test.{ts,tsx}",
    "server/domains/care-point-imports/reading/read-table-main.ts",
    "test/support/{dying,job,picture,relay}-worker.ts",
    "test/bench/{run,meter,coverage-worker,first-screen-worker}.ts",
    "test/bench/{bare,peers}/*.ts",
    "test/bench/bare/weapp/{config/index.js,src/**}",
  ],
  project: ["{config,shared,server,miniapp,test}/**/*.{js,ts,tsx}"],
  paths: { "@shared/*": ["shared/*"], "@server/*": ["server/*"], "@miniapp/*": ["miniapp/*"], "@test/*": ["test/*"] },
  ignoreExportsUsedInFile: true,
  // The benchmark counts instructions with it where it is.
  ignoreBinaries: ["perf"],
  // Taro, Babel, jest and config/check.js load these by name; the page of the API is served from its package folder.
  ignoreDependencies: [
    "@babel/runtime",
    "@swc/core",
    "@swc/jest",
    "@tarojs/.+",
    "dependency-cruiser",
    "jest",
    "miniprogram-compiler",
    "react-dom",
    "swagger-ui-dist",
  ],
};
