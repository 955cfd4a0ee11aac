import { Text, View } from "@tarojs/components";
import type { PropsWithChildren, ReactNode } from "react";
import type { HelpPhone } from "@miniapp/core/help-phone";
import { useSettings } from "@miniapp/core/settings";
import { goBack } from "@miniapp/core/navigate";
import { HelpPill } from "./help-pill";
import { Icon } from "./icon";
import { OfflineBar } from "./offline-bar";
import { Heading } from "./heading";
import { pressable } from "./pressable";

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
  /** A page one came to has the way back; a tab page has none. */
  readonly hasBack?: boolean;
}

/** The frame of every screen: title, first row with help, content, and what is fixed below the thumb. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { title, lines = [], help, aside, lead, bottom, hasBack = true, children } = props;
  const size = useSettings((settings) => settings.textSize);
  return (
    <View className={`yike-page size-${size}`}>
      <View className="page-safe-top" />
      {hasBack ? <BackBar title={title} /> : <TabHead title={title} lines={lines} help={help} aside={aside} />}
      <OfflineBar />
      <View className="page-content">
        {hasBack && (
          <View className="page-first-row">
            <View className="page-lead">{lead}</View>
            <HelpPill help={help} />
          </View>
        )}
        {children}
      </View>
      {bottom && <View className="page-bottom-space" />}
      {bottom}
    </View>
  );
}

function BackBar({ title }: { title: string }) {
  return (
    <View className="page-bar">
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
  return (
    <View className="page-head">
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
