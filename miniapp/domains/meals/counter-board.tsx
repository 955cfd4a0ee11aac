import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { CounterSitting, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { phoneNow, serverNow } from "@miniapp/core/server-clock";
import { Banner } from "@miniapp/ui/banner";
import { Figures } from "@miniapp/ui/figures";
import { Loaded } from "@miniapp/ui/loaded";
import { Segmented } from "@miniapp/ui/segmented";
import { ChooseByCode } from "./choose-by-code";
import { CodeEntry } from "./code-entry";
import { preparedOf } from "./counter-copy";
import { CounterDishes } from "./counter-dishes";
import { CounterOutcomeBar } from "./counter-outcome";
import { CounterWalkIn } from "./counter-walk-in";
import { RosterBoard } from "./roster-board";
import { useRosterNotes } from "./roster-notes";
import { rowsAsNoted, waitingAt } from "./roster-queue";
import { RosterRowSheet } from "./roster-row-sheet";
import { useCounterAct } from "./use-counter-act";
import { useRoster } from "./use-roster";

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
  const { carePointId } = sitting;
  const query = useRoster(sitting);
  const queue = useRosterNotes((notes) => notes.queue);
  const acts = waitingAt(queue, { carePointId, actorId }).map(({ act }) => act);
  const rows = rowsAsNoted(query.data ?? [], { acts, clockOffMs: serverNow() - phoneNow() });
  const acting = useCounterAct({ carePointId, actorId, rows });
  const [part, setPart] = useState<Part>("roster");
  const [open, setOpen] = useState<RosterRow | null>(null);
  return (
    <>
      <CounterFigures sitting={sitting} rows={acts.length > 0 ? rows : null} />
      {sitting.closedReason !== null && (
        <Banner tone="danger" icon="info" text={`这一餐停了：${sitting.closedReason}`} />
      )}
      {isToday && <CodeEntry acting={acting} />}
      <CounterOutcomeBar acting={acting} />
      <ChooseByCode acting={acting} />
      <Segmented label="看什么" options={PARTS} value={part} onChange={setPart} />
      {part === "roster" && (
        <Loaded query={query}>
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

/** The counts as the server has them; after what was noted down, as the roster at hand has them. */
function CounterFigures({ sitting, rows }: { sitting: CounterSitting; rows: readonly RosterRow[] | null }) {
  const { counts } = sitting;
  const count = (state: RosterRow["state"]) => (rows ?? []).filter((row) => row.state === state).length;
  const served = rows ? count("served") : counts.served;
  const noShow = rows ? count("no_show") : counts.noShow;
  const held = counts.booked + counts.served + counts.noShow;
  return (
    <Figures
      figures={[
        { figure: String(preparedOf(counts)), word: "备餐", isExtra: true },
        { figure: String(held), word: "已订" },
        { figure: String(served), word: "已到" },
        { figure: String(counts.free), word: "还剩" },
        { figure: String(noShow), word: "没来", isExtra: true },
      ]}
    />
  );
}
