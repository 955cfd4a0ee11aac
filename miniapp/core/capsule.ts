import Taro from "@tarojs/taro";

/** Where WeChat's own button lies over the page: in the top right corner. Device-independent pixels. */
export interface Capsule {
  readonly top: number;
  readonly bottom: number;
  /** From its left side to the right side of the window. */
  readonly fromRight: number;
}

/** The place that a page must leave free; null on H5, where nothing lies over it. */
export function findCapsule(): Capsule | null {
  if (process.env.TARO_ENV !== "weapp") return null;
  const { top, bottom, left } = Taro.getMenuButtonBoundingClientRect();
  return { top, bottom, fromRight: Taro.getWindowInfo().windowWidth - left };
}
