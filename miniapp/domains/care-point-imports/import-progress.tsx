import { Text, View } from "@tarojs/components";
import type { Import } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { Banner } from "@miniapp/ui/banner";
import { Card } from "@miniapp/ui/card";
import { ProgressBar } from "@miniapp/ui/progress-bar";
import { roleOf } from "@miniapp/ui/role-of";

/** How far an import is that was started; it goes on when the page is closed. */
export function ImportProgress({ batch: { state, counts } }: { batch: Import }) {
  const all = counts.ready + counts.applied + counts.failed;
  if (state === "done") {
    const left = counts.bad + counts.double + counts.failed;
    const rest = left > 0 ? `，${left} 行没有导入` : "";
    return <Banner icon="check" text={`导入完了：${counts.applied} 行已经是点位${rest}。`} />;
  }
  return (
    <Card>
      <View className="stack" {...roleOf("status")}>
        <Text className="words-title">{`正在导入，${counts.applied} / ${all} 行`}</Text>
        <ProgressBar done={counts.applied} of={all} />
        <Text className="words-quiet">可以离开这一页，不会中断。</Text>
      </View>
    </Card>
  );
}
