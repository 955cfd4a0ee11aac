import { Text, View } from "@tarojs/components";
import type { Bond } from "@shared/domains/family/family.contract";
import { scopeWords } from "@shared/domains/family/family.rules";
import { useActingFor } from "@miniapp/core/acting-for";
import { switchTab } from "@miniapp/core/tabs";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { elderOf } from "./use-elders";

/** What one may do from now on, and the first thing to do. */
export function AcceptedBond({ bond }: { bond: Bond }) {
  const begin = useActingFor((acting) => acting.begin);
  const act = () => {
    begin(elderOf(bond));
    switchTab("home");
  };
  return (
    <>
      <Card>
        <View className="stack">
          <Text className="words-title">{`您可以替${bond.label}办事了`}</Text>
          <Text>{bond.scopes.map((scope) => scopeWords[scope]).join("；")}</Text>
          <Text className="words-quiet">{`${bond.periodLabel}。您办的每件事，${bond.label}都会知道。`}</Text>
        </View>
      </Card>
      {bond.scopes.includes("meals") && <BigButton text={`替${bond.label}订餐`} onPress={act} />}
      <BigButton kind="quiet" text="回首页" onPress={() => switchTab("home")} />
    </>
  );
}
