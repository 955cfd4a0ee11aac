import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { useRegions } from "@miniapp/domains/regions/index";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { NetworkBoard } from "../../network-board";
import { toNetwork } from "../../routes";
import { useNetwork } from "../../use-network";
import "../../network.scss";

export default function NetworkPage() {
  const { regionId: asked } = useRouter().params;
  const communityId = useSettings((settings) => settings.community?.id);
  const regions = useRegions(communityId, { isNeeded: asked === undefined });
  const { path = [], children: cities = [] } = regions.data ?? {};
  const city = path[0] ?? (cities.length === 1 ? cities[0] : undefined);
  const regionId = asked ?? city?.id;
  const network = useNetwork(regionId);
  const way = network.data?.path.map(({ name }) => name).join(" ");
  return (
    <Page
      title="服务网络"
      isPaper
      lead={<Text className="words-title">{way ?? "该有的，有了没有"}</Text>}
      help={network.data?.requirements[0]?.responsible.contact}
    >
      {regionId === undefined ? (
        <Loaded query={regions}>
          {({ children }) => (
            <Card isList>
              {children.map(({ id, name }) => (
                <RowLink key={id} icon="pin" text={name} onPress={() => goTo(toNetwork({ regionId: id }))} />
              ))}
            </Card>
          )}
        </Loaded>
      ) : (
        <Loaded query={network}>{(found) => <NetworkBoard network={found} />}</Loaded>
      )}
    </Page>
  );
}
