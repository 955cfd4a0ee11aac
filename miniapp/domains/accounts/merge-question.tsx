import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { BirthDateField } from "./birth-date-field";
import { useAnswerMergeQuestion } from "./use-answer-merge-question";
import { useMergeQuestion } from "./use-merge-question";

/** Asks whether she is the one whom the care point has on record; nothing where there is nothing to ask. */
export function MergeQuestion({ onDone }: { onDone: () => void }) {
  const { data } = useMergeQuestion();
  const answer = useAnswerMergeQuestion();
  const [birthDate, setBirthDate] = useState("");
  if (!data?.question) return null;
  return (
    <View className="stack">
      <Text className="words-title">{data.question}</Text>
      <Text className="words-quiet">是您的话，填一下生日核对，两边的订餐就合到一起。</Text>
      <BirthDateField onChange={setBirthDate} />
      <FormError error={answer.error} />
      <BigButton
        text="是我"
        busyText="正在合到一起"
        isBusy={answer.isPending}
        isDisabled={birthDate === ""}
        onPress={() => answer.mutate({ isMe: true, birthDate }, { onSuccess: onDone })}
      />
      <BigButton
        kind="quiet"
        text="不是我"
        isDisabled={answer.isPending}
        onPress={() => answer.mutate({ isMe: false }, { onSuccess: onDone })}
      />
    </View>
  );
}
