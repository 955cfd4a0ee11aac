import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { CounterSitting, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { Banner } from "@miniapp/ui/banner";
import { Loaded } from "@miniapp/ui/loaded";
import { Segmented } from "@miniapp/ui/segmented";
import { ChooseByCode } from "./choose-by-code";
import { CodeEntry } from "./code-entry";
import { CounterDishes } from "./counter-dishes";
import { CounterFigures } from "./counter-figures";
import { CounterOutcomeBar } from "./counter-outcome";
import { CounterWalkIn } from "./counter-walk-in";
import { RosterBoard } from "./roster-board";
import { RosterRowSheet } from "./roster-row-sheet";
import { useCounter } from "./use-counter";

type Part = "roster" | "dishes" | "walk-in";
const PARTS = [
  { value: "roster", text: "名单" },
  { value: "dishes", text: "份数" },
  { value: "walk-in", text: "现场来" },
] as const;

interface CounterBoardProps {
  readonly sitting: CounterSitting;
  readonly actorId: string;
  /** Meals are handed out today only. */
  readonly isToday: boolean;
}

/** One sitting at the counter: its figures, the code, and its roster, portions or walk-ins. */
export function CounterBoard({ sitting, actorId, isToday }: CounterBoardProps) {
  const { query, rows, acting, hasNoted } = useCounter({ sitting, actorId });
  const [part, setPart] = useState<Part>("roster");
  const [open, setOpen] = useState<RosterRow | null>(null);
  return (
    <>
      <CounterFigures sitting={sitting} rows={hasNoted ? rows : null} />
      {sitting.closedReason !== null && (
        <Banner tone="danger" icon="info" text={`这一餐停了：${sitting.closedReason}`} />
      )}
      {isToday && <CodeEntry acting={acting} />}
      <CounterOutcomeBar acting={acting} />
      <ChooseByCode acting={acting} />
      <Segmented label="看什么" options={PARTS} value={part} onChange={setPart} />
      {part === "roster" && (
        <Loaded query={query} what="名单">
          {() => (
            <RosterBoard rows={rows} onHere={setOpen} onUndo={(row) => acting.mutate({ kind: "undo_check_in", row })} />
          )}
        </Loaded>
      )}
      {part === "dishes" && <CounterDishes sitting={sitting} />}
      {part === "walk-in" && <CounterWalkIn sitting={sitting} acting={acting} />}
      <View>{open && <RosterRowSheet row={open} acting={acting} onClose={() => setOpen(null)} />}</View>
      {part === "roster" && <Text className="words-quiet">打开名单会留下记录。名单只在开饭期间存在这台设备上。</Text>}
    </>
  );
}
