import { resolve } from "node:path";
import { defineConfig } from "@tarojs/cli";
import { aliases, root } from "./aliases.js";
import development from "./dev.ts";
import production from "./prod.ts";

/** Taro drops `aria-*` from templates; these put them back on every element that a reader must find. */
const spoken = { "aria-role": "", "aria-label": "", "aria-hidden": "", "aria-disabled": "" };
const spokenOfViews = { ...spoken, "aria-checked": "", "aria-selected": "", "aria-modal": "" };
/** Folders outside the source root that Taro must compile. It wants absolute path strings. */
const compile = { include: [resolve(root, "shared")] };
const target = process.env["TARO_ENV"] ?? "h5";
const mapMarks = "domains/care-points/marks";

/** Makes a QR code: on three pages that few open, and so not worth loading before the first. */
const isRare = ({ resource = "" }: { resource?: string }) => /[\\/]uqr[\\/]/.test(resource);

/** Without this every page's script carries its own copy of the pieces: 125 KB, eleven times. */
const shareBetweenPages = (chain: { merge: (part: object) => unknown }) => {
  const test = (module: { resource?: string }) => !isRare(module);
  const pieces = { name: "pieces", test, chunks: "all", minChunks: 3, priority: 30, reuseExistingChunk: true };
  chain.merge({ optimization: { splitChunks: { cacheGroups: { pieces } } } });
};

export default defineConfig(async (merge) => {
  const base = {
    projectName: "yike",
    date: "2026-11-22",
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: "miniapp",
    outputRoot: `dist/${target}`,
    projectConfigName: "config/project.config.json",
    framework: "react" as const,
    compiler: { type: "webpack5" as const, prebundle: { enable: false } },
    cache: { enable: false },
    alias: aliases,
    plugins: [
      [
        "@tarojs/plugin-inject",
        { components: { View: spokenOfViews, Text: spoken, Button: spoken, Image: spoken, Input: spoken } },
      ],
    ],
    // WeChat's map takes its marks from files of the package alone.
    copy: {
      patterns: target === "weapp" ? [{ from: `miniapp/${mapMarks}`, to: `dist/weapp/${mapMarks}` }] : [],
      options: {},
    },
    defineConstants: {
      // H5 calls where it came from.
      API_ORIGIN: JSON.stringify(target === "h5" ? "" : (process.env["API_ORIGIN"] ?? "")),
      HAS_VOICE_PLUGIN: JSON.stringify(target === "weapp" && Boolean(process.env["WECHAT_VOICE_PLUGIN"])),
    },
    // Sizes are written for the eye in PX and left alone; see miniapp/ui/tokens.scss.
    mini: { compile, optimizeMainPackage: { enable: true }, postcss: { pxtransform: { enable: false } } },
    h5: {
      compile,
      publicPath: "/",
      staticDirectory: "static",
      router: { mode: "browser" as const },
      webpackChain: shareBetweenPages,
      output: { filename: "js/[name].[contenthash:8].js", chunkFilename: "js/[name].[contenthash:8].js" },
      miniCssExtractPluginOption: {
        filename: "css/[name].[contenthash:8].css",
        chunkFilename: "css/[name].[contenthash:8].css",
      },
      postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
    },
  };
  return merge({}, base, process.env["NODE_ENV"] === "development" ? development : production);
});
