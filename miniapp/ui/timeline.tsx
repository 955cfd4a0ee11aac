import { Text, View } from "@tarojs/components";
import { roleOf } from "./role-of";

export interface TimelineStep {
  readonly key: string;
  /** What happened, in a sentence. */
  readonly text: string;
  /** When, and by whom. */
  readonly note: string;
  /** In the words of whoever did it. */
  readonly reason?: string | null;
}

/** What happened so far, one below the other on a line. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline" {...roleOf("list")} aria-label={label}>
      {steps.map(({ key, text, note, reason = null }) => (
        <View key={key} className="timeline-step" {...roleOf("listitem")}>
          <View className="timeline-dot" aria-hidden="true" />
          <View className="words">
            <Text className="timeline-text">{text}</Text>
            {reason !== null && <Text>{`“${reason}”`}</Text>}
            <Text className="words-quiet">{note}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
