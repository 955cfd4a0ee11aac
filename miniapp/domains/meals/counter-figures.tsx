import type { CounterSitting, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { Figures } from "@miniapp/ui/figures";
import { preparedOf } from "./counter-copy";

interface CounterFiguresProps {
  readonly sitting: CounterSitting;
  /** The roster after what was noted down; null when nothing waits. */
  readonly rows: readonly RosterRow[] | null;
}

/** The counts as the server has them; after what was noted down, as the roster at hand has them. */
export function CounterFigures({ sitting, rows }: CounterFiguresProps) {
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
