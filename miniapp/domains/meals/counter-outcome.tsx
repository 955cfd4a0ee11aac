import { View } from "@tarojs/components";
import { useHasPassed } from "@miniapp/core/use-has-passed";
import { useReadAloud } from "@miniapp/core/use-read-aloud";
import { BigButton } from "@miniapp/ui/big-button";
import { Banner } from "@miniapp/ui/banner";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { outcomeWords } from "./counter-copy";
import type { CounterActing } from "./use-counter-act";

/** What came of the last act, in words that a reader says by itself; for two minutes with the way back. */
export function CounterOutcomeBar({ acting }: { acting: CounterActing }) {
  const { data: outcome } = acting;
  const told = outcome ? outcomeWords(outcome) : null;
  const served = outcome?.kind === "served" ? outcome.row : null;
  const isUndoOver = useHasPassed(served?.undoUntil ?? null);
  useReadAloud(told?.sentence);
  return (
    <View className="counter-outcome" {...roleOf("alert")}>
      <FormError error={acting.error} />
      {told && <Banner tone={told.tone} icon={told.tone === "pine" ? "check" : "info"} text={told.sentence} />}
      {served?.undoUntil && !isUndoOver && (
        <BigButton
          kind="line"
          icon="again"
          text="撤回（两分钟内）"
          label={`撤回${served.name}的领餐`}
          isBusy={acting.isPending}
          onPress={() => acting.mutate({ kind: "undo_check_in", row: served })}
        />
      )}
    </View>
  );
}
