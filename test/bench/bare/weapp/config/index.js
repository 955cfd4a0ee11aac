import { resolve } from "node:path";
import { defineConfig } from "@tarojs/cli";

/** Taro as it comes: React, the WeChat platform, and nothing else. */
export default defineConfig({
  projectName: "bare",
  date: "2026-11-22",
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: resolve(import.meta.dirname, "../../../../../dist/bare-weapp"),
  framework: "react",
  compiler: { type: "webpack5", prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  mini: {},
});
