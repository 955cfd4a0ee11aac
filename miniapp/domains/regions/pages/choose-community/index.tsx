import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { Region } from "@shared/domains/regions/regions.contract";
import { goBack } from "@miniapp/core/navigate";
import { usePickedCommunity } from "@miniapp/core/picked-community";
import { useSettings } from "@miniapp/core/settings";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { Empty } from "@miniapp/ui/states";
import { useRegions } from "../../use-regions";

export default function ChooseCommunityPage() {
  const [parentId, setParentId] = useState<string | undefined>(undefined);
  const regions = useRegions(parentId);
  const { keep } = useRouter().params;
  const way = regions.data?.path ?? [];
  const setCommunity = useSettings((settings) => settings.setCommunity);
  const pick = usePickedCommunity((picked) => picked.pick);
  const choose = (region: Region, path: readonly Region[]) => {
    if (!region.isCommunity) {
      setParentId(region.id);
      return;
    }
    const above = path.slice(1).map(({ name }) => name);
    const community = { id: region.id, label: [...above, region.name].join(" ") };
    pick(community);
    if (keep === "yes") setCommunity(community);
    goBack();
  };
  return (
    <Page
      title="选社区"
      lead={
        <Text className="words-title">{way.length > 0 ? way.map(({ name }) => name).join(" ") : "您住在哪里？"}</Text>
      }
    >
      <Loaded query={regions}>
        {({ path, children }) => (
          <>
            {children.length === 0 ? (
              <Empty title="这里还没有社区" text="可以退回去选附近的社区，或者打电话问一问。" canAsk />
            ) : (
              <Card isList>
                {children.map((region) => (
                  <RowLink
                    key={region.id}
                    icon="pin"
                    text={region.name}
                    note={region.isDemo ? "演示数据" : undefined}
                    onPress={() => choose(region, path)}
                  />
                ))}
              </Card>
            )}
            {path.length > 0 && (
              <BigButton
                kind="second"
                icon="back"
                text="往上一级"
                onPress={() => setParentId(path[path.length - 2]?.id)}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
