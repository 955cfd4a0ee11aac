import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { changeStateWords, changeWords } from "@shared/domains/care-point-records/verifying-records";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { useOwnChanges } from "./use-record-changes";
import { WithdrawSheet } from "./withdraw-sheet";

const ANSWERED_SHOWN = 2;

/** What was proposed and is waited for, and what the office said last; nothing where there is none. */
export function OwnChanges({ carePointId }: { carePointId: string }) {
  const query = useOwnChanges(carePointId);
  const changes = query.data?.changes ?? [];
  const waiting = changes.filter(({ state }) => state === "open");
  const answered = changes.filter(({ state }) => state !== "open").slice(0, ANSWERED_SHOWN);
  return (
    <>
      <FormError error={query.error} />
      {changes.length > 0 && <Text className="words-title">提过的修改</Text>}
      {[...waiting, ...answered].map((change) => (
        <OwnChange key={change.id} change={change} />
      ))}
    </>
  );
}

function OwnChange({ change }: { change: RecordChange }) {
  const { what, state, after, dueLabel, isEscalated, words, abilities } = change;
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  return (
    <Card>
      <View className="stack">
        <View className="chips">
          <Chip tone={state === "approved" ? "pine" : "amber"} text={changeStateWords[state]} />
        </View>
        <Text>{`${changeWords[what]}改成：${after}`}</Text>
        {state === "open" && (
          <Text className="words-quiet">
            {isEscalated ? `本来最晚${dueLabel}回音，过期了，已经报给上一级` : `最晚${dueLabel}回音`}
          </Text>
        )}
        {words && <Text className="words-quiet">{`回音：${words}`}</Text>}
        {abilities.withdraw && <BigButton kind="line" text="撤回" onPress={() => setIsWithdrawing(true)} />}
        {isWithdrawing && <WithdrawSheet change={change} onClose={() => setIsWithdrawing(false)} />}
      </View>
    </Card>
  );
}
