import { View } from "@tarojs/components";
import type { PropsWithChildren } from "react";

/** A white surface. `list` draws a line between its rows. */
export function Card({ children, isList = false }: PropsWithChildren<{ isList?: boolean }>) {
  return <View className={isList ? "card card-list" : "card"}>{children}</View>;
}
