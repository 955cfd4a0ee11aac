import { Text, View } from "@tarojs/components";
import type { MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { dueWords, stateTones } from "./copy";
import { LongTimeline } from "./long-timeline";
import { secondPersonWords, stateSentences, stepNote } from "./point-copy";

/** Where it stands, in a word and in a sentence, whose turn it is and until when. */
export function PointState({ point }: { point: MealPoint }) {
  const { state, stateLabel, turnOf, isOverdue, firstYes } = point;
  const due = dueWords(point);
  return (
    <Card>
      <View className="stack">
        <View className="chips">
          <Chip tone={stateTones[state]} text={stateLabel} />
          {isOverdue && <Chip tone="danger" text="过期了" />}
        </View>
        <Text>{stateSentences[state]}</Text>
        {firstYes !== null && <Text>{secondPersonWords(point)}</Text>}
        {turnOf !== null && <Text className="words-quiet">{`该${turnOf}办${due === "" ? "" : `，${due}`}`}</Text>}
      </View>
    </Card>
  );
}

/** What happened so far, when and by whom. */
export function PointTimeline({ point: { timeline } }: { point: MealPoint }) {
  const steps = timeline.map((row) => ({
    key: `${row.at}${row.text}`,
    text: row.text,
    note: stepNote(row),
    reason: row.reason,
  }));
  return <LongTimeline title="办到哪一步了" steps={steps} newest="last" />;
}
