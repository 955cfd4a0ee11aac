import { Text, View } from "@tarojs/components";
import { useState, type PropsWithChildren } from "react";
import type { MealPointRow } from "@shared/domains/build-out/build-out-shapes";
import { BATCH_NAME_LONGEST } from "@shared/domains/build-out/programme.contract";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { Empty } from "@miniapp/ui/states";
import { BatchSheet } from "./batch-sheet";
import { PublishedBatch } from "./published-batch";
import { toMealPoints } from "./routes";
import { usePublishBatch } from "./use-batches";

interface BatchFormProps {
  readonly office: Office;
  /** Plated and not published yet. */
  readonly points: readonly MealPointRow[];
  /** What the batch is called unless somebody says otherwise, empty where that is hers to say; null while it is looked up. */
  readonly usualName: string | null;
}

/** Which ones, what the batch is called, one last question; then what was published. */
export function BatchForm({ office, points, usualName, children }: PropsWithChildren<BatchFormProps>) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const publish = usePublishBatch();
  if (publish.data) return <PublishedBatch batch={publish.data} onNext={publish.reset} />;
  if (points.length === 0)
    return (
      <Empty
        title="没有等着公布的"
        text="建好、挂了牌的点位才能公布。"
        action={{ text: "看建设任务", onPress: () => goTo(toMealPoints(office)) }}
      />
    );
  const chosen = points.filter(({ id }) => !left.includes(id));
  const name = typedName ?? usualName;
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id]);
  return (
    <View className="stack build-narrow">
      {points.map(({ id, name: pointName, plaqueNumber, placeName }) => (
        <ChoiceRow
          key={id}
          role="checkbox"
          text={pointName}
          note={`牌号 ${plaqueNumber ?? ""}，${placeName}`}
          isChosen={!left.includes(id)}
          onPress={() => toggle(id)}
        />
      ))}
      {children}
      {name !== null && (
        <>
          <Field label="这一批叫什么" maxLength={BATCH_NAME_LONGEST} value={name} onChange={setTypedName} />
          <BigButton
            text={chosen.length === 0 ? "先选点位" : `公布这 ${chosen.length} 个`}
            isDisabled={chosen.length === 0 || name.trim() === ""}
            onPress={() => setIsAsking(true)}
          />
        </>
      )}
      <Text className="words-quiet">去掉勾的，这一次不公布。</Text>
      {isAsking && name !== null && (
        <BatchSheet
          name={name.trim()}
          points={chosen}
          publish={publish}
          onPublish={() =>
            publish.mutate({ regionId: office.regionId, name: name.trim(), mealPointIds: chosen.map(({ id }) => id) })
          }
          onClose={() => setIsAsking(false)}
        />
      )}
    </View>
  );
}
