import { Text, View } from "@tarojs/components";
import type { MergeSide } from "@shared/domains/care-point-imports/care-point-merges.contract";

const facts = (side: MergeSide): readonly (readonly [string, string])[] => [
  ["类别", side.kinds],
  ["服务", side.services],
  ["地址", side.address],
  ["电话", side.phone],
  ["运营单位", side.operatorName],
  ["信用代码", side.creditCode],
  ["核对日期", side.verifiedLabel],
];

/** Two entries side by side, on a phone one below the other; what nobody said is left out. */
export function MergeSides({ one, other }: { one: MergeSide; other: MergeSide }) {
  return (
    <View className="merge-sides">
      {[one, other].map((side) => (
        <View key={side.carePointId} className="merge-side">
          <Text className="words-title">{side.name}</Text>
          {facts(side).map(([word, value]) =>
            value === "" ? null : <Text key={word} className="import-reason">{`${word}：${value}`}</Text>,
          )}
        </View>
      ))}
    </View>
  );
}
