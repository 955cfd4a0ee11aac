import { Text, View } from "@tarojs/components";
import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { changeAnswerWords, changeWords } from "@shared/domains/care-point-records/verifying-records";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { useOwnChanges } from "./use-record-changes";

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

function OwnChange({ change: { what, state, after, dueLabel, words } }: { change: RecordChange }) {
  const answer = state === "open" ? "等核实" : changeAnswerWords[state];
  return (
    <Card>
      <View className="stack">
        <View className="chips">
          <Chip tone={state === "approved" ? "pine" : "amber"} text={answer} />
        </View>
        <Text>{`${changeWords[what]}改成：${after}`}</Text>
        {state === "open" && <Text className="words-quiet">{`最晚${dueLabel}回音`}</Text>}
        {words && <Text className="words-quiet">{`回音：${words}`}</Text>}
      </View>
    </Card>
  );
}
