import { Text, View } from "@tarojs/components";
import type { Batch } from "@shared/domains/build-out/programme-shapes";
import type { Office } from "@miniapp/core/office";
import { Card } from "@miniapp/ui/card";
import { Timeline } from "@miniapp/ui/timeline";
import { useBatches } from "./use-batches";

/** What was published before, the newest first; nothing where there is none. */
export function BatchesBefore({ office }: { office: Office }) {
  const { data } = useBatches(office.regionId);
  if (!data || data.batches.length === 0) return null;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">公布过的</Text>
        <Timeline label="公布过的" steps={data.batches.map(stepOf)} />
      </View>
    </Card>
  );
}

const stepOf = ({ id, name, mealPoints, publishedLabel, person }: Batch) => ({
  key: id,
  text: `${name}，${mealPoints.length} 个：${mealPoints.map((point) => point.name).join("、")}`,
  note: person === null ? publishedLabel : `${publishedLabel}，${person}`,
});
