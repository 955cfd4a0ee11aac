import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { MergeSide } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { MergeSides } from "./merge-sides";
import { useProposeMerge } from "./use-merges";

interface ProposeMergeCardProps {
  readonly regionId: string;
  readonly one: MergeSide;
  readonly other: MergeSide;
  /** "相距 22 米". */
  readonly note: string;
}

/** Two entries that may be one: which of them stays, and then it is a colleague's to look. */
export function ProposeMergeCard({ regionId, one, other, note }: ProposeMergeCardProps) {
  const [keepId, setKeepId] = useState<string | null>(null);
  const propose = useProposeMerge();
  const start = () => {
    if (keepId === null) return;
    const goneId = keepId === one.carePointId ? other.carePointId : one.carePointId;
    propose.mutate({ regionId, keepId, goneId });
  };
  return (
    <Card>
      <View className="stack">
        <Text className="words-quiet">{note}</Text>
        <MergeSides one={one} other={other} />
        <View className="stack" {...roleOf("radiogroup")} aria-label="留下哪一个">
          {[one, other].map(({ carePointId, name }) => (
            <ChoiceRow
              key={carePointId}
              text={`留下“${name}”`}
              note="另一个的服务、名字和人员并进来"
              isChosen={keepId === carePointId}
              onPress={() => setKeepId(carePointId)}
            />
          ))}
        </View>
        <FormError error={propose.error} />
        <BigButton
          kind="second"
          text="提出合并"
          isDisabled={keepId === null}
          isBusy={propose.isPending}
          busyText="正在提出"
          onPress={start}
        />
      </View>
    </Card>
  );
}
