import { View } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import { switchTab } from "@miniapp/core/tabs";
import { toSearch } from "@miniapp/domains/accounts/routes";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";
import { Tile } from "@miniapp/ui/tile";

/** The ways into what there is besides the next meal, and to everything by its name. */
export function HomeTiles({ hasCommunity }: { hasCommunity: boolean }) {
  return (
    <>
      <View className="tiles">
        <Tile icon="pin" text="找照护点" note="走得到的地方" onPress={() => switchTab("nearby")} />
        <Tile
          icon="home"
          tone="persimmon"
          text="我的社区"
          note={hasCommunity ? "点这里换一个" : "点这里选"}
          onPress={() => goTo(toChooseCommunity({ keep: true }))}
        />
      </View>
      <Card isList>
        <RowLink icon="search" text="找功能" note="大字、家人、电话，打字就能找" onPress={() => goTo(toSearch())} />
      </Card>
    </>
  );
}
