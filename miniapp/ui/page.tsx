import { Text, View } from "@tarojs/components";
import { useState, type CSSProperties, type PropsWithChildren, type ReactNode } from "react";
import { findCapsule } from "@miniapp/core/capsule";
import type { HelpPhone } from "@miniapp/core/help-phone";
import { useSettings } from "@miniapp/core/settings";
import { goBack } from "@miniapp/core/navigate";
import { DemoNote } from "./demo-note";
import { HelpPill } from "./help-pill";
import { Icon } from "./icon";
import { OfflineBar } from "./offline-bar";
import { Heading } from "./heading";
import { pressable } from "./pressable";
import { PrivacyGate } from "./privacy-gate";

interface PageProps {
  readonly title: string;
  /** Under the title on a tab page: the day, the community. */
  readonly lines?: readonly string[];
  /** Whom this page's 打电话 calls; without it the usual care point. */
  readonly help?: HelpPhone | undefined;
  /** Left of the help pill on a tab page. */
  readonly aside?: ReactNode;
  /** Left of the help pill in the first row of a page with a way back. */
  readonly lead?: ReactNode;
  /** Fixed at the bottom: the page's one action, or the tabs. */
  readonly bottom?: ReactNode;
  /** A staff page's ways to the others: it then takes the width of a desktop, with them on its left. */
  readonly side?: ReactNode;
  /** A page that is printed: on paper nothing of the frame is left. */
  readonly isPaper?: boolean;
  /** In place of the bar that says there is no network, where a page has more to say about it. */
  readonly offline?: ReactNode;
  /** A page one came to has the way back; a tab page has none. */
  readonly hasBack?: boolean;
}

/** The frame of every screen: title, first row with help, content, and what is fixed below the thumb. */
export function Page(props: PropsWithChildren<PageProps>) {
  const {
    title,
    lines = [],
    help,
    aside,
    lead,
    bottom,
    side,
    offline = <OfflineBar />,
    isPaper = false,
    hasBack = true,
    children,
  } = props;
  const size = useSettings((settings) => settings.textSize);
  const { above, beside } = useRoomForCapsule(hasBack);
  return (
    <View className={`yike-page size-${size}${side ? " is-wide" : ""}${isPaper ? " is-paper" : ""}`}>
      {side}
      <View className="page-safe-top" {...above} />
      {hasBack ? (
        <BackBar title={title} beside={beside} />
      ) : (
        <TabHead title={title} lines={lines} help={help} aside={aside} />
      )}
      {offline}
      <View className="page-content">
        {hasBack && (
          <View className="page-first-row">
            <View className="words">{lead}</View>
            <HelpPill help={help} />
          </View>
        )}
        {children}
        <DemoNote />
      </View>
      {bottom && <View className="page-bottom-space" />}
      {bottom}
      {process.env.TARO_ENV === "weapp" && <PrivacyGate />}
    </View>
  );
}

const BAR_HEIGHT = 60;
type Room = { readonly style?: CSSProperties };

/** WeChat's button keeps its corner: the bar with the way back lies level with it, a tab page begins below it. */
function useRoomForCapsule(hasBack: boolean): { above: Room; beside: Room } {
  const [capsule] = useState(findCapsule);
  if (!capsule) return { above: {}, beside: {} };
  const { top, bottom, fromRight } = capsule;
  const height = hasBack ? Math.max(0, (top + bottom - BAR_HEIGHT) / 2) : bottom;
  return { above: { style: { height: `${height}px` } }, beside: { style: { paddingRight: `${fromRight}px` } } };
}

function BackBar({ title, beside }: { title: string; beside: Room }) {
  return (
    <View className="page-bar" {...beside}>
      <View className="page-back" {...pressable({ label: "返回", onPress: goBack })}>
        <Icon name="back" />
      </View>
      <Heading title={title} />
    </View>
  );
}

function TabHead({
  title,
  lines,
  help,
  aside,
}: Required<Pick<PageProps, "title" | "lines">> & Pick<PageProps, "help" | "aside">) {
  const shape = aside ? " is-crowded" : lines.length === 0 ? " is-bare" : "";
  return (
    <View className={`page-head${shape}`}>
      <Heading title={title} />
      <View className="page-head-aside">
        {aside}
        <HelpPill help={help} />
      </View>
      <View className="page-head-lines">
        {lines.map((line) => (
          <Text key={line} className="page-head-line">
            {line}
          </Text>
        ))}
      </View>
    </View>
  );
}
