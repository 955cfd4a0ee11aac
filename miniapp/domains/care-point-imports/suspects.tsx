import { Text } from "@tarojs/components";
import { useState } from "react";
import type { MergeSide } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { OneAtATime } from "./one-at-a-time";
import { ProposeMergeCard } from "./propose-merge-card";

const AT_FIRST = 10;

interface SuspectsProps {
  readonly regionId: string;
  /** The nearest first. */
  readonly suspects: readonly { readonly keep: MergeSide; readonly gone: MergeSide; readonly metres: number }[];
}

/** Pairs that may be one place, ten until somebody wants the others. */
export function Suspects({ regionId, suspects }: SuspectsProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (suspects.length === 0) return <Text className="words-quiet">没有名字相近又离得很近的点位</Text>;
  const shown = isWhole ? suspects : suspects.slice(0, AT_FIRST);
  return (
    <>
      <OneAtATime
        questions={shown.map(({ keep, gone, metres }) => {
          const note = `相距 ${metres} 米，名字相近`;
          return {
            key: `${keep.carePointId} ${gone.carePointId}`,
            text: `“${keep.name}”和“${gone.name}”`,
            note,
            isAnswered: false,
            card: <ProposeMergeCard regionId={regionId} one={keep} other={gone} note={note} />,
          };
        })}
      />
      {shown.length < suspects.length && <BigButton kind="second" text="再看更多" onPress={() => setIsWhole(true)} />}
    </>
  );
}
