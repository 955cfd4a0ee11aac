import { Text, View } from "@tarojs/components";
import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { Card } from "@miniapp/ui/card";
import { Timeline } from "@miniapp/ui/timeline";

/** How the target was split, the newest first: the first one holds. Nothing before it was ever split. */
export function SplitsBefore({ splits }: Pick<Progress, "splits">) {
  if (splits.length === 0) return null;
  const steps = splits.map(({ atLabel, person, shares }, place) => ({
    key: `${atLabel}${place}`,
    text: shares.map(({ name, value }) => `${name} ${value}`).join("，"),
    note: `${place === 0 ? "现在用的，" : ""}${atLabel}${person === null ? "" : `，${person}`}`,
  }));
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">怎么分的</Text>
        <Timeline label="怎么分的" steps={steps} />
      </View>
    </Card>
  );
}
