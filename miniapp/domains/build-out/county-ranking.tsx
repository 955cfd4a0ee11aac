import { Text, View } from "@tarojs/components";
import type { CountyProgress, Progress } from "@shared/domains/build-out/programme-shapes";
import { Card } from "@miniapp/ui/card";
import { ProgressBar } from "@miniapp/ui/progress-bar";
import { roleOf } from "@miniapp/ui/role-of";
import { countyWords } from "./copy";

/** The counties, the furthest first, each with its bar and the same in words. */
export function CountyRanking({ progress: { counties } }: { progress: Progress }) {
  return (
    <Card isList>
      <View {...roleOf("list")} aria-label="各县进度">
        {counties.map((county) => (
          <County key={county.regionId} county={county} />
        ))}
      </View>
    </Card>
  );
}

function County({ county }: { county: CountyProgress }) {
  const { name, rank, target, done } = county;
  return (
    <View className="build-county" {...roleOf("listitem")}>
      <View className="build-county-head">
        <Text className="words-title">{name}</Text>
        {rank !== null && <Text className="words-quiet">{`第 ${rank}`}</Text>}
      </View>
      {target !== null && target !== 0 && <ProgressBar done={done} of={target} />}
      <Text>{countyWords(county)}</Text>
    </View>
  );
}
