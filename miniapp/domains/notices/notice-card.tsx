import { Text, View } from "@tarojs/components";
import { memo } from "react";
import type { Notice } from "@shared/domains/notices/notices.contract";
import { callPhone } from "@miniapp/core/help-phone";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { keepTogether } from "@miniapp/ui/sentence";

/** One notice: what happened, whole, and whom to ask. */
export const NoticeCard = memo(function NoticeCard({ notice }: { notice: Notice }) {
  const { title, sentence, atLabel, isRead, carePointName, carePointPhone } = notice;
  return (
    <Card>
      <View className="stack">
        <View className="eyebrow">
          <Text>{atLabel}</Text>
          {!isRead && <Chip tone="amber" text="新消息" />}
        </View>
        <Text className="words-title">{title}</Text>
        <Text>{keepTogether(sentence)}</Text>
        {carePointName && carePointPhone && (
          <BigButton
            kind="quiet"
            icon="phone"
            text={`打电话给${carePointName}`}
            onPress={() => callPhone(carePointPhone)}
          />
        )}
      </View>
    </Card>
  );
});
