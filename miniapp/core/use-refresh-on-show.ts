import { useDidShow } from "@tarojs/taro";
import { useRef } from "react";

/** Asks again when one comes back to a page; not on the first showing, which asks by itself. */
export function useRefreshOnShow(refresh: () => unknown): void {
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) refresh();
    isFirst.current = false;
  });
}
