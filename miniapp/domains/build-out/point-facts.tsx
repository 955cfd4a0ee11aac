import { Text, View } from "@tarojs/components";
import type { MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { goTo } from "@miniapp/core/navigate";
import { toCarePoint } from "@miniapp/domains/care-points/routes";
import { Banner } from "@miniapp/ui/banner";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";
import { clashWords, surveyLines } from "./point-copy";

/** What is known of a point: where, why, what the survey found, its plaque and its entry. */
export function PointFacts({ point }: { point: MealPoint }) {
  const { address, proposal, survey, clash, farAway, plaqueNumber, batchName, carePointId } = point;
  return (
    <>
      {farAway && <Banner tone="amber" icon="pin" text={`摸排的位置${farAway}。`} />}
      {clash && <Banner tone="amber" icon="info" text={clashWords(clash)} />}
      {clash?.carePointId && <EntryLink text={`看${clash.name}`} carePointId={clash.carePointId} />}
      <Card>
        <View className="stack">
          <Text className="words-title">{address}</Text>
          <Text>{`为什么建在这里：${proposal}`}</Text>
          {plaqueNumber !== null && <Text>{`牌号 ${plaqueNumber}`}</Text>}
          {batchName !== null && <Text>{`${batchName}公布的`}</Text>}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Text className="words-title">摸排</Text>
          {survey === null ? (
            <Text className="words-quiet">还没有填。</Text>
          ) : (
            surveyLines(survey).map((line) => <Text key={line}>{line}</Text>)
          )}
        </View>
      </Card>
      {carePointId !== null && <EntryLink text="市民看到的那一页" carePointId={carePointId} />}
    </>
  );
}

function EntryLink({ text, carePointId }: { text: string; carePointId: string }) {
  return (
    <Card isList>
      <RowLink icon="pin" text={text} onPress={() => goTo(toCarePoint({ carePointId }))} />
    </Card>
  );
}
