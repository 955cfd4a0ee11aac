import { Text, View } from "@tarojs/components";
import type { OwnRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { goTo } from "@miniapp/core/navigate";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { toProposeChange } from "./routes";

/** What a manager does not change alone, who says yes to it, and the way there. */
export function ProposeCard({ record: { carePointId, name, officeName } }: { record: OwnRecord }) {
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">名称、位置、服务、类别、运营单位</Text>
        <Text className="words-quiet">{`要改这几样，先请${officeName}核实。`}</Text>
        <BigButton
          kind="second"
          icon="text"
          text="提一个修改"
          onPress={() => goTo(toProposeChange({ carePointId, carePointName: name }))}
        />
      </View>
    </Card>
  );
}
