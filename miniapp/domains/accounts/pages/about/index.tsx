import { Text } from "@tarojs/components";
import { Card } from "@miniapp/ui/card";
import { Page } from "@miniapp/ui/page";

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
          我们只记称呼、出生日期、社区，还有您留给照护点的手机号。这些都加了密，只用来订餐和联系您。有问题可以打 12345。
        </Text>
      </Card>
    </Page>
  );
}
