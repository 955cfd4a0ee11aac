import Taro, { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";

/** Gives the page its own title in the browser's tab and to screen readers, also when one comes back to it. */
export function usePageTitle(title: string): void {
  const apply = () => void Taro.setNavigationBarTitle({ title: `${title} · 一刻` });
  useEffect(apply, [title]);
  useDidShow(apply);
}
