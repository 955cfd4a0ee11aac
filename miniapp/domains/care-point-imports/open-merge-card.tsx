import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { CarePointMerge } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { MergeSides } from "./merge-sides";
import { useAnswerMerge } from "./use-merges";

/** Who proposed it, and whose turn it is. */
export const waitsFor = ({ isOwn, atLabel, dueLabel }: CarePointMerge): string =>
  isOwn ? `您${atLabel}提出的，等另一位同事同意` : `同事${atLabel}提出的，请在${dueLabel}以前看一看`;

/** A proposal that waits for somebody else: both entries, and yes or no. */
export function OpenMergeCard({ merge }: { merge: CarePointMerge }) {
  const { id, keep, gone, isOwn, abilities } = merge;
  const [isAsking, setIsAsking] = useState(false);
  const answer = useAnswerMerge();
  const say = (word: "confirm" | "decline") => () => answer.mutate({ mergeId: id, answer: word });
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{`把“${gone.name}”并入“${keep.name}”？`}</Text>
        <Text className="words-quiet">{waitsFor(merge)}</Text>
        <MergeSides one={keep} other={gone} />
        <FormError error={answer.error} />
        {abilities.confirm && <BigButton text="是同一处，同意合并" onPress={() => setIsAsking(true)} />}
        {abilities.decline && (
          <BigButton
            kind="quiet"
            text={isOwn ? "收回" : "不是同一处"}
            isBusy={answer.isPending}
            onPress={say("decline")}
          />
        )}
      </View>
      {isAsking && (
        <Sheet title="同意合并？" onClose={() => setIsAsking(false)}>
          <View className="stack">
            <Text>{`“${gone.name}”不再单独列出，打开它会看到“${keep.name}”。`}</Text>
            <Text>它的服务、旧名字和工作人员都并过去。合并以后不能拆开。</Text>
            <FormError error={answer.error} />
            <BigButton text="确定合并" isBusy={answer.isPending} busyText="正在合并" onPress={say("confirm")} />
            <BigButton kind="quiet" text="再看看" onPress={() => setIsAsking(false)} />
          </View>
        </Sheet>
      )}
    </Card>
  );
}
