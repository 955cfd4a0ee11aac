import { Text, View } from "@tarojs/components";
import type { CounterSitting, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { Loaded } from "@miniapp/ui/loaded";
import { mealWords, modeWords } from "./copy";
import { payWords, sittingLine } from "./counter-copy";
import { useRoster } from "./use-roster";

export type PaperKind = "list" | "slips";

interface RosterPaperProps {
  readonly carePointName: string;
  readonly sitting: CounterSitting;
  readonly kind: PaperKind;
}

/** One sitting on paper: the list to tick off, or a slip in large type for each meal. */
export function RosterPaper({ carePointName, sitting, kind }: RosterPaperProps) {
  const query = useRoster(sitting);
  return (
    <View className="paper">
      <Loaded query={query}>
        {(rows) => (
          <>
            <View className="paper-title">
              <Text>{`${carePointName} · ${mealWords[sitting.meal]}`}</Text>
            </View>
            <Text>{`${sittingLine(sitting)} · 共 ${rows.length} 份`}</Text>
            {kind === "list" ? (
              <PaperList rows={rows} />
            ) : (
              rows.map((row) => <PaperSlip key={row.bookingId} row={row} sitting={sitting} />)
            )}
          </>
        )}
      </Loaded>
    </View>
  );
}

const ageWords = ({ age }: RosterRow): string => (age === null ? "" : `${age} 岁`);
const tailWords = ({ codeTail }: RosterRow): string => (codeTail === null ? "" : `码尾 ${codeTail}`);

function PaperList({ rows }: { rows: readonly RosterRow[] }) {
  return (
    <View className="paper-list">
      {rows.map((row, place) => (
        <View key={row.bookingId} className="paper-row">
          <Text className="paper-tick">□</Text>
          <Text className="paper-name">{`${place + 1}. ${row.name} ${ageWords(row)}`}</Text>
          <Text className="paper-dish">{`${row.dishName}，${modeWords[row.mode]}`}</Text>
          <Text>{payWords(row.priceFen)}</Text>
          <Text>{tailWords(row)}</Text>
        </View>
      ))}
    </View>
  );
}

function PaperSlip({ row, sitting }: { row: RosterRow; sitting: CounterSitting }) {
  return (
    <View className="paper-slip">
      <View className="paper-slip-name">
        <Text>{row.name}</Text>
      </View>
      <View className="paper-slip-dish">
        <Text>{`${row.dishName}，${modeWords[row.mode]}，${payWords(row.priceFen)}`}</Text>
      </View>
      <Text>{[`${sitting.dateLabel} ${mealWords[sitting.meal]}`, tailWords(row)].filter(Boolean).join(" · ")}</Text>
    </View>
  );
}
