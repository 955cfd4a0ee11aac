import { Text, View } from "@tarojs/components";
import type { RequirementState } from "@shared/domains/network/network-shapes";
import { dayWords } from "@miniapp/core/day-words";
import { goTo } from "@miniapp/core/navigate";
import { Card } from "@miniapp/ui/card";
import { ProgressBar } from "@miniapp/ui/progress-bar";
import { RowLink } from "@miniapp/ui/row-link";
import { gapsWords, sourceWords, stateWords } from "./copy";
import { toGaps } from "./routes";

interface RequirementCardProps {
  readonly requirement: RequirementState;
  readonly regionId: string;
}

/** One thing that the network must hold: how far it is, in a bar and in words, who answers for it, and who says so. */
export function RequirementCard({ requirement, regionId }: RequirementCardProps) {
  const { key, name, levelName, percent, required, existing, due, regionsWithout, responsible, source } = requirement;
  return (
    <Card>
      <View className="network-card">
        <View className="network-head">
          <View className="words">
            <Text className="words-title">{name}</Text>
            <Text className="words-quiet">{levelName}</Text>
          </View>
          <Text className="words-big">{percent}</Text>
        </View>
        {required !== null && <ProgressBar done={existing} of={required} />}
        <Text>{stateWords(requirement)}</Text>
        {due !== null && <Text className="words-quiet">{`${dayWords(due)}前要做到`}</Text>}
        {responsible.officeName !== null && <Text className="words-quiet">{`负责：${responsible.officeName}`}</Text>}
        <Text className="words-quiet">{sourceWords(source)}</Text>
        {regionsWithout > 0 && (
          <RowLink
            icon="pin"
            text={gapsWords(requirement)}
            onPress={() => goTo(toGaps({ regionId, requirement: key }))}
          />
        )}
      </View>
    </Card>
  );
}
