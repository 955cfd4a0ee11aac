import { Text, View } from "@tarojs/components";
import type { ImportRow } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FormError } from "@miniapp/ui/form-error";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { roleOf } from "@miniapp/ui/role-of";
import { OneAtATime } from "./one-at-a-time";
import { useDecideDouble, useImportRows } from "./use-import-rows";

/** 可能是同一处: for each such row a person says which entry it is, or that it is another place. */
export function Doubles({ importId, isOpen }: { importId: string; isOpen: boolean }) {
  const query = useImportRows({ importId, show: "double", isAsked: useIsDrawn(true) });
  return (
    <View className="stack">
      <Text className="words-title">可能是同一处</Text>
      <Text className="words-quiet">附近已经有名字相近的点位，请您认定。</Text>
      <Loaded query={query} what="要认定的行">
        {({ pages }) => (
          <OneAtATime
            questions={pages
              .flatMap(({ rows }) => rows)
              .map((row) => ({
                key: row.id,
                text: titleOf(row),
                note: decisionWords(row),
                isAnswered: row.decided !== undefined,
                card: <Double importId={importId} row={row} isOpen={isOpen} />,
              }))}
          />
        )}
      </Loaded>
      <MoreButton query={query} />
    </View>
  );
}

const titleOf = ({ row, name }: ImportRow): string => `第 ${row} 行：${name}`;

function decisionWords({ candidates, decided }: ImportRow): string {
  if (decided === undefined) return "还没有认定";
  const known = candidates.find(({ carePointId }) => carePointId === decided);
  return known ? `就是“${known.name}”` : "是另一处";
}

interface DoubleProps {
  readonly importId: string;
  readonly row: ImportRow;
  readonly isOpen: boolean;
}

function Double({ importId, row: found, isOpen }: DoubleProps) {
  const { row, address, candidates, decided } = found;
  const decide = useDecideDouble();
  const say = (sameAs: string | null) => {
    if (isOpen) decide.mutate({ importId, row, sameAs });
  };
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{titleOf(found)}</Text>
        <Text className="words-quiet">{address}</Text>
        <View className="stack" {...roleOf("radiogroup")} aria-label={`第 ${row} 行是哪一处`}>
          {candidates.map((known) => (
            <ChoiceRow
              key={known.carePointId}
              text={`就是“${known.name}”`}
              note={`${known.address}，相距 ${known.metres} 米；导入会更新它`}
              isChosen={decided === known.carePointId}
              onPress={() => say(known.carePointId)}
            />
          ))}
          <ChoiceRow text="是另一处" note="新增一个点位" isChosen={decided === null} onPress={() => say(null)} />
        </View>
        <FormError error={decide.error} />
      </View>
    </Card>
  );
}
