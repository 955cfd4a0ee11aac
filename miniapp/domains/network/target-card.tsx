import { Text, View } from "@tarojs/components";
import type { TargetState } from "@shared/domains/network/network-shapes";
import { Card } from "@miniapp/ui/card";
import { countedWords, goalWords, paceWords, paperWords, sourceWords } from "./copy";

/** A figure that the city set itself: the goal, what the entries give today, and what the paper says. */
export function TargetCard({ target }: { target: TargetState }) {
  const { name, unit, goal, note, source } = target;
  const paper = paperWords(target);
  return (
    <Card>
      <View className="network-card">
        <Text className="words-title">{name}</Text>
        {goal && <Text>{`目标：${goalWords(goal, unit)}`}</Text>}
        {goal?.stated.map((statement) => (
          <Text key={`${statement.due ?? ""}${statement.article ?? ""}`}>{paceWords(statement)}</Text>
        ))}
        <Text>{`现在数出来：${countedWords(target)}`}</Text>
        {paper !== null && <Text>{`公布的数：${paper}`}</Text>}
        {note !== null && <Text className="words-quiet">{note}</Text>}
        <Text className="words-quiet">{sourceWords(source)}</Text>
      </View>
    </Card>
  );
}
