import { Text } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import { toNetwork } from "@miniapp/domains/network/routes";
import { Card } from "@miniapp/ui/card";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { toAccessibility, toSearch, toTextSize } from "../../routes";

export default function AboutPage() {
  return (
    <Page title="关于一刻" lead={<Text className="words-title">一刻钟走得到的照护</Text>}>
      <Card>
        <Text>
          一刻帮您在家门口一刻钟的路程里，订好明天的午饭，找到照护老人和孩子的地方。订餐不用先付钱，到了再付；过了截止时间要改，给食堂打个电话就行。
        </Text>
      </Card>
      <Card>
        <Text>
          我们记您的称呼、出生日期、社区和订过的餐；您愿意留的话，还有手机号、忌口和能替您办事的家人。出生日期、手机号和忌口加了密再存。谁改过、工作人员什么时候看过名单，都留着记录。
        </Text>
      </Card>
      <Card>
        <Text>
          这部手机上会存最近看过的菜单和预订，没有网络时也看得到；订到一半、填到一半的，一小时内回来还在。出生日期和手机号不存在手机里。退出登录，这些都清掉。
        </Text>
      </Card>
      <Card isList>
        <RowLink icon="text" text="字号" note="标准、大字、特大字、紧凑" onPress={() => goTo(toTextSize())} />
        <RowLink
          icon="info"
          text="无障碍说明"
          note="哪些试过，哪些还没有，用不了找谁"
          onPress={() => goTo(toAccessibility())}
        />
        <RowLink
          icon="home"
          text="服务网络"
          note="该有的照护点有了没有，还缺在哪里"
          onPress={() => goTo(toNetwork())}
        />
        <RowLink icon="search" text="找功能" onPress={() => goTo(toSearch())} />
      </Card>
      <Text className="words-quiet">有问题可以打 12345。</Text>
    </Page>
  );
}
