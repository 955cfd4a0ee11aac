import { Text, View } from "@tarojs/components";
import { useSettings, type TextSize } from "@miniapp/core/settings";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Page } from "@miniapp/ui/page";
import { roleOf } from "@miniapp/ui/role-of";

const SIZES: readonly { readonly value: TextSize; readonly text: string; readonly note?: string }[] = [
  { value: "standard", text: "标准" },
  { value: "large", text: "大字" },
  { value: "largest", text: "特大字" },
  { value: "compact", text: "紧凑", note: "字小一些，一屏看得多" },
];

export default function TextSizePage() {
  const { textSize, setTextSize } = useSettings();
  return (
    <Page title="字号" lead={<Text className="words-quiet">点一个，下面的字马上变。</Text>}>
      <Card>
        <Text className="words-title">明天中午 11:30</Text>
        <View>
          <Text>红烧豆腐套餐 1 份，到食堂付 6 元。字这么大，看着舒服吗？</Text>
        </View>
      </Card>
      <View className="stack" {...roleOf("radiogroup")} aria-label="字号">
        {SIZES.map(({ value, text, note }) => (
          <ChoiceRow
            key={value}
            text={text}
            note={note}
            isChosen={value === textSize}
            onPress={() => setTextSize(value)}
          />
        ))}
      </View>
    </Page>
  );
}
