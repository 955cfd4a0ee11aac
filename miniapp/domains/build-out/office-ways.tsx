import { View } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";
import { toBatch, toBuildOutProgress, toTargets } from "./routes";
import { useOfficeKind } from "./use-office-kind";

/** The office's other ways, below the list on a phone; a desktop has them at its left. */
export function OfficeWays({ office }: { office: Office }) {
  const { isCounty, isCity } = useOfficeKind(office);
  const { regionId } = office;
  return (
    <View className="build-ways">
      <Card isList>
        {isCounty && (
          <RowLink icon="check" text="公布一批" note="挂好牌的，一起对外公布" onPress={() => goTo(toBatch(office))} />
        )}
        {isCity && (
          <RowLink icon="calendar" text="分解任务" note="全市的任务分到各县" onPress={() => goTo(toTargets(office))} />
        )}
        <RowLink
          icon="home"
          text="各县进度"
          note="大家看到的就是这一页"
          onPress={() => goTo(toBuildOutProgress({ regionId }))}
        />
      </Card>
    </View>
  );
}
