import { View } from "@tarojs/components";
import type { PropsWithChildren } from "react";

/** Fixed at the bottom of a page: its one action, reachable by a thumb. */
export function BottomBar({ children }: PropsWithChildren) {
  return <View className="at-bottom bottom-bar">{children}</View>;
}
