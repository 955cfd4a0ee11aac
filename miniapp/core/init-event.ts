import { TaroEvent } from "@tarojs/runtime";

/**
 * The old way of naming an event. Taro's events lack it, the AbortController of polyfills.ts calls it: without it, giving up
 * a query that is under way throws, and signing out stops half-way.
 */
function initEvent(this: { type: string }, type: string): void {
  this.type = type;
}

if (process.env.TARO_ENV === "weapp") Object.assign(TaroEvent.prototype, { initEvent });
