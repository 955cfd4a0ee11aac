import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { MergeSide } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { ProposeMergeCard } from "./propose-merge-card";
import { useMergeSides } from "./use-merges";

const NAME_MAX = 40;

/** Two entries that nobody suggested, found by name one after the other. */
export function FindTwo({ regionId }: { regionId: string }) {
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly MergeSide[]>([]);
  const found = useMergeSides({ regionId, name });
  const [one, other] = chosen;
  const isChosen = (side: MergeSide) => chosen.some(({ carePointId }) => carePointId === side.carePointId);
  const turn = (side: MergeSide) =>
    setChosen(
      isChosen(side)
        ? chosen.filter(({ carePointId }) => carePointId !== side.carePointId)
        : [...chosen.slice(-1), side],
    );
  const sides = [...chosen, ...(found.data?.sides ?? []).filter((side) => !isChosen(side))];
  return (
    <>
      <Card>
        <View className="stack">
          <Text className="words-title">自己找两处</Text>
          <Field
            label="名称里的几个字"
            value={typed}
            maxLength={NAME_MAX}
            onChange={setTyped}
            onSubmit={() => setName(typed.trim())}
          />
          <BigButton kind="second" text="找" isBusy={found.isFetching} onPress={() => setName(typed.trim())} />
          <FormError error={found.error} />
          {found.data?.sides.length === 0 && <Text className="words-quiet">没有找到这个名字的点位</Text>}
          {sides.map((side) => (
            <ChoiceRow
              key={side.carePointId}
              role="checkbox"
              text={side.name}
              note={side.address}
              isChosen={isChosen(side)}
              onPress={() => turn(side)}
            />
          ))}
        </View>
      </Card>
      {one && other && (
        <ProposeMergeCard
          key={`${one.carePointId} ${other.carePointId}`}
          regionId={regionId}
          one={one}
          other={other}
          note="您选的两处"
        />
      )}
    </>
  );
}
