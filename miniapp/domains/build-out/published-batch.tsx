import { Text, View } from "@tarojs/components";
import type { Batch } from "@shared/domains/build-out/programme-shapes";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { roleOf } from "@miniapp/ui/role-of";

/** What has just been published: everybody finds it from now on. */
export function PublishedBatch({ batch, onNext }: { batch: Batch; onNext: () => void }) {
  const { name, mealPoints, publishedLabel } = batch;
  return (
    <View className="stack build-narrow">
      <View {...roleOf("status")}>
        <Banner icon="check" text={`${name}公布了，${mealPoints.length} 个助餐点，市民现在找得到了。`} />
      </View>
      <Card>
        <View className="stack">
          <Text className="words-title">{`${name} · ${publishedLabel}`}</Text>
          {mealPoints.map(({ id, name: pointName, plaqueNumber }) => (
            <Text key={id}>{`${pointName}，牌号 ${plaqueNumber}`}</Text>
          ))}
        </View>
      </Card>
      <BigButton kind="second" text="好了" onPress={onNext} />
    </View>
  );
}
