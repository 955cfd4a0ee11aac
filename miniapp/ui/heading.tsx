import { Text, View } from "@tarojs/components";
import Taro, { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef } from "react";
import { roleOf } from "./role-of";
import { tabStop } from "./tab-stop";

/** What only a browser knows: which heading this is, and that a script may begin at it. */
const inBrowser = process.env.TARO_ENV === "h5" ? { "aria-level": 1, ...tabStop(-1) } : {};

/** The page's title: shown, given to the browser's tab, and where a keyboard begins when one comes to the page. */
export function Heading({ title }: { title: string }) {
  const heading = useRef<HTMLElement>(null);
  const arrive = useCallback(() => {
    void Taro.setNavigationBarTitle({ title: `${title} · 一刻` });
    if (process.env.TARO_ENV === "h5" && heading.current) beginAt(heading.current);
  }, [title]);
  useEffect(arrive, [arrive]);
  useDidShow(arrive);
  return (
    <View ref={heading} className="page-title" {...roleOf("heading")} {...inBrowser}>
      <Text>{title}</Text>
    </View>
  );
}

let opened: HTMLElement | null = null;
let hasMoved = false;

/** Opening the app begins at the top by itself; after that, coming to a page begins at its title. */
function beginAt(heading: HTMLElement): void {
  opened ??= heading;
  hasMoved ||= opened !== heading;
  const page = heading.closest(".taro_page");
  if (hasMoved && !page?.contains(document.activeElement)) heading.focus({ preventScroll: true });
}
