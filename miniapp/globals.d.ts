/// <reference types="@tarojs/taro" />

declare namespace NodeJS {
  interface ProcessEnv {
    /** Set by the build: which of the two builds this is. */
    readonly TARO_ENV: "weapp" | "h5";
    /** `development` under `npm run dev`. */
    readonly NODE_ENV: "production" | "development";
    /** Seen by app.config.ts only: the version of WeChat's speech plugin, where it is to be in the build. */
    readonly WECHAT_VOICE_PLUGIN?: string;
  }
}

declare const process: { readonly env: NodeJS.ProcessEnv };
declare module "*.scss";
declare module "abortcontroller-polyfill/dist/abortcontroller-polyfill-only";
