import { Text, View } from "@tarojs/components";
import type { NetworkState } from "@shared/domains/network/network-shapes";
import { dayWords } from "@miniapp/core/day-words";
import { goTo } from "@miniapp/core/navigate";
import { canPrint, printPage } from "@miniapp/core/print";
import { toBuildOutProgress } from "@miniapp/domains/build-out/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Figures } from "@miniapp/ui/figures";
import { RowLink } from "@miniapp/ui/row-link";
import { Empty } from "@miniapp/ui/states";
import { figuresOf } from "./copy";
import { RequirementCard } from "./requirement-card";
import { toNetwork } from "./routes";
import { TargetCard } from "./target-card";

/** A region's network: its figures, what it must hold with what lacks most first, its targets, and the regions below. */
export function NetworkBoard({ network }: { network: NetworkState }) {
  const { path, asOf, requirements, targets, below } = network;
  const regionId = path.at(-1)?.id ?? "";
  if (requirements.length === 0) return <Empty title="这里没有公布过要求" text="可以打电话问一问。" canAsk />;
  return (
    <>
      <View className="paper-title">
        <Text>{`${path.map(({ name }) => name).join(" ")} · 服务网络`}</Text>
      </View>
      <Figures figures={figuresOf(network)} />
      <Text className="words-quiet">{`按${dayWords(asOf)}的登记数出来，缺得最多的在前面`}</Text>
      <View className="network-columns">
        {requirements.map((requirement) => (
          <RequirementCard key={requirement.key} requirement={requirement} regionId={regionId} />
        ))}
      </View>
      {targets.length > 0 && <Text className="words-title">说过要做到的</Text>}
      <View className="network-columns">
        {targets.map((target) => (
          <TargetCard key={`${target.indicator}${target.requirement}`} target={target} />
        ))}
      </View>
      {requirements.some(({ measure }) => measure === "count_to_target") && (
        <Card isList>
          <RowLink
            icon="bowl"
            text="助餐点建设进度"
            note="说要建的，各县建了多少"
            onPress={() => goTo(toBuildOutProgress({ regionId }))}
          />
        </Card>
      )}
      <RegionsBelow below={below} />
      {canPrint() && (
        <View className="paper-tools">
          <BigButton kind="second" icon="print" text="打印" onPress={printPage} />
        </View>
      )}
    </>
  );
}

function RegionsBelow({ below }: Pick<NetworkState, "below">) {
  if (below.length === 0) return null;
  return (
    <>
      <Text className="words-title">往下看</Text>
      <Card isList>
        {below.map(({ region, missing }) => (
          <RowLink
            key={region.id}
            icon="pin"
            text={region.name}
            note={missing === 0 ? "都做到了" : `还缺 ${missing} 处`}
            onPress={() => goTo(toNetwork({ regionId: region.id }))}
          />
        ))}
      </Card>
    </>
  );
}
