import { Text, View } from "@tarojs/components";
import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Page } from "@miniapp/ui/page";
import { roleOf } from "@miniapp/ui/role-of";

/** What a test of ours holds on every change; nothing is claimed beyond it. */
const TESTED = [
  "订餐、家人、工作台这几条路，在网页版上按网页内容无障碍指南 2.2 的一级和双级要求，由自动工具查过：颜色对比、名称、标题都在内。",
  "字号有标准、大字、特大字、紧凑四种。最窄的手机配特大字，订餐和家人的每一页都不用左右拖。",
  "主要按钮和选项，平常不小于 60 点见方，紧凑时不小于 44 点。",
  "网页版订餐可以只用键盘。微信版的按钮和输入框都写了名称，读屏软件该读得到。",
  "没有倒数计时，没有拼图验证码，没有广告。",
];
const UNTESTED = [
  "没有在真的微信里、真的手机上试过；微信版是用它的编译结果在电脑上试的。",
  "没有用真的读屏软件试过，也没有请视力、听力不便的老人当面试过。",
  "自动工具只查得出一部分问题，不等于样样好用。",
  "微信版能不能朗读，看开通没有；没有开通时，不会出现朗读的按钮。",
];

export default function AccessibilityPage() {
  const help = useHelpPhone();
  return (
    <Page title="无障碍说明" lead={<Text className="words-quiet">看不清、点不准、听不见，都该用得了。</Text>}>
      <Points title="试过的" points={TESTED} />
      <Points title="还没有试过的" points={UNTESTED} />
      <Card>
        <Text>
          {`哪里用不了，请打电话告诉${help.name}，说一说用的是什么手机、停在哪一页。每一页的右上角都有“打电话”，急着要办的事也可以在电话里问。`}
        </Text>
      </Card>
      <BigButton kind="second" icon="phone" text={`打电话 ${help.phone}`} onPress={() => callPhone(help.phone)} />
    </Page>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <Card>
      <Text className="words-title">{title}</Text>
      <View className="stack" {...roleOf("list")}>
        {points.map((point) => (
          <View key={point} {...roleOf("listitem")}>
            <Text>{point}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}
