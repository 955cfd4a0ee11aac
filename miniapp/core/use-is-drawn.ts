import Taro from "@tarojs/taro";
import { useEffect, useState } from "react";

/** Whether what a page is opened for stands on the screen: only then it asks for what may come later. */
export function useIsDrawn(isReady: boolean): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    if (isReady) Taro.nextTick(() => setIsDrawn(true));
  }, [isReady]);
  return isDrawn;
}
