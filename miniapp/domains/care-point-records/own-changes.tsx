import { Text, View } from "@tarojs/components";
import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { changeAnswerWords, changeWords } from "@shared/domains/care-point-records/verifying-records";
import { goTo } from "@miniapp/core/navigate";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { toProposeChange } from "./routes";
import { useOwnChanges } from "./use-record-changes";

interface OwnChangesProps {
  readonly carePointId: string;
  readonly carePointName: string;
}

const ANSWERED_SHOWN = 2;

/** What was proposed and is waited for, what the office said last, and the way to propose another. */
export function OwnChanges(place: OwnChangesProps) {
  const query = useOwnChanges(place.carePointId);
  const { officeName = "民政部门", changes = [] } = query.data ?? {};
  const [waiting, answered] = [true, false].map((isOpen) =>
    changes.filter(({ state }) => (state === "open") === isOpen),
  );
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">名称、位置、服务、类别、运营单位</Text>
        <Text className="words-quiet">{`要改这几样，先请${officeName}核实。`}</Text>
        <FormError error={query.error} />
        {[...(waiting ?? []), ...(answered ?? []).slice(0, ANSWERED_SHOWN)].map((change) => (
          <OwnChange key={change.id} change={change} />
        ))}
        <BigButton kind="second" icon="text" text="提一个修改" onPress={() => goTo(toProposeChange(place))} />
      </View>
    </Card>
  );
}

function OwnChange({ change: { what, state, after, dueLabel, words } }: { change: RecordChange }) {
  return (
    <View className="stack">
      <View className="chips">
        <Chip
          tone={state === "approved" ? "pine" : "amber"}
          text={state === "open" ? "等核实" : changeAnswerWords[state]}
        />
      </View>
      <Text>{`${changeWords[what]}改成：${after}`}</Text>
      {state === "open" && <Text className="words-quiet">{`最晚${dueLabel}回音`}</Text>}
      {words && <Text className="words-quiet">{`回音：${words}`}</Text>}
    </View>
  );
}
