import { Text, View } from "@tarojs/components";
import type { PropsWithChildren, ReactNode } from "react";
import { useSettings } from "@miniapp/core/settings";
import { goBack } from "@miniapp/core/navigate";
import { Icon } from "./icon";
import { OfflineBar } from "./offline-bar";
import { pressable } from "./pressable";
import { usePageTitle } from "./use-page-title";

interface PageProps {
  readonly title: string;
  /** Under the title on a tab page: the day, the community. */
  readonly lines?: readonly string[];
  /** Right of the first row; on most pages the help pill. */
  readonly aside?: ReactNode;
  /** Left of the aside in the first row, on pages with a way back. */
  readonly lead?: ReactNode;
  /** Fixed at the bottom: the page's one action, or the tabs. */
  readonly bottom?: ReactNode;
  /** A page one came to has the way back; a tab page has none. */
  readonly hasBack?: boolean;
}

/** The frame of every screen: title, first row with help, content, and what is fixed below the thumb. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { title, lines = [], aside, lead, bottom, hasBack = true, children } = props;
  const size = useSettings((settings) => settings.textSize);
  usePageTitle(title);
  return (
    <View className={`yike-page size-${size}`}>
      <View className="page-safe-top" />
      {hasBack ? <BackBar title={title} /> : <TabHead title={title} lines={lines} aside={aside} />}
      <OfflineBar />
      <View className="page-content">
        {hasBack && (lead !== undefined || aside !== undefined) && (
          <View className="page-first-row">
            <View className="page-lead">{lead}</View>
            {aside}
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

function TabHead({ title, lines, aside }: { title: string; lines: readonly string[]; aside: ReactNode }) {
  return (
    <View className="page-head">
      <View className="page-head-words">
        <Heading title={title} />
        {lines.map((line) => (
          <Text key={line} className="page-head-line">
            {line}
          </Text>
        ))}
      </View>
      {aside}
    </View>
  );
}

function Heading({ title }: { title: string }) {
  return (
    <Text className="page-title" role="heading" aria-role="heading" aria-level={1}>
      {title}
    </Text>
  );
}
