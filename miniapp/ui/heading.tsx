import { Text, View } from "@tarojs/components";
import Taro, { useDidShow } from "@tarojs/taro";
import { useEffect, useRef } from "react";

/** The page's title: shown, given to the browser's tab, and what is read first when one comes to the page. */
export function Heading({ title }: { title: string }) {
  const heading = useRef<{ focus?: (options: { preventScroll: boolean }) => void }>(null);
  const name = () => void Taro.setNavigationBarTitle({ title: `${title} · 一刻` });
  useEffect(name, [title]);
  useDidShow(() => {
    name();
    heading.current?.focus?.({ preventScroll: true });
  });
  return (
    <View ref={heading} className="page-title" role="heading" aria-role="heading" aria-level={1} tabIndex={-1}>
      <Text>{title}</Text>
    </View>
  );
}
