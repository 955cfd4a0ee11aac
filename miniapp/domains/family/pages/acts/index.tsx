import { Text, View } from "@tarojs/components";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { useActsForMe } from "../../use-acts-for-me";

export default function ActsPage() {
  const query = useActsForMe();
  return (
    <Page title="家人替我办了什么">
      <Loaded query={query}>
        {({ acts }) =>
          acts.length === 0 ? (
            <Empty title="还没有" text="家人替您订餐、取消，都会记在这里。" />
          ) : (
            acts.map(({ id, sentence, atLabel }) => (
              <Card key={id}>
                <View className="stack">
                  <Text>{sentence}</Text>
                  <Text className="words-quiet">{atLabel}</Text>
                </View>
              </Card>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
