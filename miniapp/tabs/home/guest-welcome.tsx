import { Text, View } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import { toSignIn } from "@miniapp/domains/accounts/routes";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";

/** What a guest sees first: menus and care points are open to her, one button leads to ordering. */
export function GuestWelcome({ hasCommunity }: { hasCommunity: boolean }) {
  return (
    <Card>
      <View className="stack">
        <Text className="words-big words-whole">家门口一刻钟，吃饭有着落</Text>
        <Text className="words-quiet">菜单和照护点随便看。订饭要先登录，让食堂知道给谁留饭。</Text>
        <BigButton text="登录订餐" onPress={() => goTo(toSignIn())} />
        {!hasCommunity && (
          <BigButton
            kind="second"
            icon="pin"
            text="选我的社区"
            onPress={() => goTo(toChooseCommunity({ keep: true }))}
          />
        )}
      </View>
    </Card>
  );
}
