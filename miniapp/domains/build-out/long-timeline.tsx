import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Timeline, type TimelineStep } from "@miniapp/ui/timeline";

/** As many as one looks at; who wants the others asks for them. */
const AT_FIRST = 10;

interface LongTimelineProps {
  readonly title: string;
  readonly steps: readonly TimelineStep[];
  /** At which end the newest step stands: it is always shown. */
  readonly newest: "first" | "last";
}

/** A card with what happened, the newest ten of it; all of it after a tap. */
export function LongTimeline({ title, steps, newest }: LongTimelineProps) {
  const [isWhole, setIsWhole] = useState(false);
  const isCut = !isWhole && steps.length > AT_FIRST;
  const shown = newest === "first" ? steps.slice(0, AT_FIRST) : steps.slice(-AT_FIRST);
  const more = <BigButton kind="quiet" text={`看全部 ${steps.length} 条`} onPress={() => setIsWhole(true)} />;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{title}</Text>
        {isCut && newest === "last" && more}
        <Timeline label={title} steps={isCut ? shown : steps} />
        {isCut && newest === "first" && more}
      </View>
    </Card>
  );
}
