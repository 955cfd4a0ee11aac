import { Text, View } from "@tarojs/components";
import type { Call, CallOutcome } from "@shared/domains/notices/notices.contract";
import { callPhone } from "@miniapp/core/help-phone";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { outcomeWords } from "./copy";
import { useRecordCallOutcome } from "./use-calls";

const OUTCOMES = Object.entries(outcomeWords) as [CallOutcome, string][];

/** Somebody to ring up: what to say, the number, and how it ended. */
export function CallCard({ call }: { call: Call }) {
  const { id, preferredName, phone, sentence, atLabel, tries } = call;
  const record = useRecordCallOutcome();
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{preferredName}</Text>
        <Text>{sentence}</Text>
        <Text className="words-quiet">{[atLabel, ...tries.map(triedWords)].join(" · ")}</Text>
        {phone ? (
          <BigButton kind="second" icon="phone" text={`打电话 ${phone}`} onPress={() => callPhone(phone)} />
        ) : (
          <Text>没有留手机，请问问邻居或者社区。</Text>
        )}
        <View className="call-outcomes">
          {OUTCOMES.map(([outcome, words]) => (
            <BigButton
              key={outcome}
              kind="line"
              text={words}
              label={`${preferredName}：${words}`}
              isBusy={record.isPending && record.variables.outcome === outcome}
              isDisabled={record.isPending}
              onPress={() => record.mutate({ noticeId: id, outcome })}
            />
          ))}
        </View>
        <FormError error={record.error} />
      </View>
    </Card>
  );
}

const triedWords = ({ outcome, atLabel }: Call["tries"][number]): string => `${atLabel} ${outcomeWords[outcome]}`;
