import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { DeleteAccount } from "../../delete-account";
import { saveMyData } from "../../save-my-data";
import { useMyData } from "../../use-my-data";

export default function MyDataPage() {
  const query = useMyData();
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <Page title="我的资料" lead={<Text className="words-quiet">一刻记着您的这些，您可以看、存一份，也可以注销。</Text>}>
      <Loaded query={query}>
        {({ groups, json, fileName }) => (
          <>
            {groups
              .filter(({ rows }) => rows.length > 0)
              .map(({ title, rows }) => (
                <Card key={title}>
                  <View className="stack">
                    <Text className="words-title">{title}</Text>
                    {rows.map(({ label, text }, place) => (
                      <View key={`${label}${place}`} className="words">
                        <Text className="words-quiet">{label}</Text>
                        <Text>{text}</Text>
                      </View>
                    ))}
                  </View>
                </Card>
              ))}
            <BigButton text="存一份" onPress={() => void saveMyData({ json, fileName })} />
          </>
        )}
      </Loaded>
      <BigButton kind="quiet" text="注销账号" onPress={() => setIsLeaving(true)} />
      {isLeaving && <DeleteAccount onClose={() => setIsLeaving(false)} />}
    </Page>
  );
}
