import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { CounterSitting } from "@shared/domains/meals/meal-counter-shapes";
import type { ServingMode } from "@shared/domains/meals/meals.contract";
import { FindResident } from "@miniapp/domains/accounts/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { roleOf } from "@miniapp/ui/role-of";
import { Segmented } from "@miniapp/ui/segmented";
import { Empty } from "@miniapp/ui/states";
import { modeWords } from "./copy";
import { useIsCutOff } from "./counter-reach";
import type { WalkInWish } from "./counter-wishes";
import type { CounterActing } from "./use-counter-act";

type Who = "resident" | "guest";
const WHO = [
  { value: "resident", text: "登记过的居民" },
  { value: "guest", text: "没登记的客人" },
] as const;

/** Somebody who did not book: a dish that is left, how she eats, and who she is. */
export function CounterWalkIn({ sitting, acting }: { sitting: CounterSitting; acting: CounterActing }) {
  const { carePointId, menuId, modes } = sitting;
  const left = sitting.dishes.filter(({ isSoldOut, counts }) => !isSoldOut && counts.free > 0);
  const isCutOff = useIsCutOff();
  const [dishId, setDishId] = useState(left[0]?.dishId);
  const [mode, setMode] = useState<ServingMode>(modes[0] ?? "eat_in");
  const [chosenWho, setWho] = useState<Who>("resident");
  const who = isCutOff ? "guest" : chosenWho;
  const dish = left.find((one) => one.dishId === dishId) ?? left[0];
  if (!dish) return <Empty title="没有多的份数了" text="加几份，或者等有人取消。在“份数”里可以加。" />;
  const give = (person: WalkInWish["who"], name: string) => {
    const walkIn = { menuId, dishId: dish.dishId, dishName: dish.dishName, mode, who: person, name };
    acting.mutate({ kind: "walk_in", walkIn });
  };
  return (
    <>
      <View className="stack" {...roleOf("radiogroup")} aria-label="哪道菜">
        {left.map(({ dishId: id, dishName, counts }) => (
          <ChoiceRow
            key={id}
            text={dishName}
            note={`还剩 ${counts.free} 份`}
            isChosen={id === dish.dishId}
            onPress={() => setDishId(id)}
          />
        ))}
      </View>
      <Segmented
        label="怎么吃"
        options={modes.map((value) => ({ value, text: modeWords[value] }))}
        value={mode}
        onChange={setMode}
      />
      {isCutOff ? (
        <Text className="words-quiet">没有网络时找不了登记过的居民，先记成客人。</Text>
      ) : (
        <Segmented label="是谁" options={WHO} value={who} onChange={setWho} />
      )}
      {who === "guest" ? (
        <BigButton
          text={`给客人一份${dish.dishName}`}
          busyText="正在记"
          isBusy={acting.isPending}
          onPress={() => give({ kind: "guest" }, "现场来客")}
        />
      ) : (
        <Card>
          <FindResident
            carePointId={carePointId}
            ifNobody="没有找到这个人。可以先按没登记的客人给。"
            onChosen={({ id, preferredName }) => give({ kind: "resident", residentId: id }, preferredName)}
          />
        </Card>
      )}
    </>
  );
}
