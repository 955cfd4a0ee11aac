import { Text, View } from "@tarojs/components";
import type { Bond } from "@shared/domains/family/family.contract";
import { scopeWords } from "@shared/domains/family/family.rules";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";

interface BondCardProps {
  readonly bond: Bond;
  readonly endText: string;
  readonly onEnd: () => void;
  /** For an elder whose meals one may order. */
  readonly onAct?: (() => void) | undefined;
}

/** One bond: who, for what, until when, and the way out of it. */
export function BondCard({ bond, endText, onEnd, onAct }: BondCardProps) {
  const { label, scopes, periodLabel } = bond;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{label}</Text>
        <Text>{scopes.map((scope) => scopeWords[scope]).join("；")}</Text>
        <Text className="words-quiet">{periodLabel}</Text>
        {onAct && <BigButton kind="second" icon="bowl" text={`替${label}订餐`} onPress={onAct} />}
        <BigButton kind="quiet" text={endText} label={`${endText}，${label}`} onPress={onEnd} />
      </View>
    </Card>
  );
}
