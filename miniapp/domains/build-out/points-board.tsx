import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import type { MealPointRow } from "@shared/domains/build-out/build-out-shapes";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { Board, type BoardColumn } from "@miniapp/ui/board";
import { Chip } from "@miniapp/ui/chip";
import { pressable } from "@miniapp/ui/pressable";
import { dueWords, nextOf, stateTones } from "./copy";
import { toMealPoint } from "./routes";

interface PointsBoardProps {
  readonly office: Office;
  readonly points: readonly MealPointRow[];
  readonly filters: ReactNode;
}

/** The office's points: where each one is, whose turn it is, until when; what is late stands first and says so. */
export function PointsBoard({ office, points, filters }: PointsBoardProps) {
  return (
    <Board
      label="点位"
      columns={columnsOf(office)}
      rows={points}
      keyOf={({ id }) => id}
      filters={filters}
      nothing="这里还没有点位。"
    />
  );
}

const columnsOf = (office: Office): readonly BoardColumn<MealPointRow>[] => [
  { key: "name", title: "点位", width: "1.7fr", place: "lead", show: ({ name }) => name },
  { key: "place", title: "在哪里", width: "1.5fr", place: "fact", show: ({ placeName }) => placeName },
  { key: "turn", title: "该谁办", width: "1fr", place: "fact", isExtra: true, show: ({ turnOf }) => turnOf },
  {
    key: "plaque",
    title: "牌号",
    width: "100px",
    place: "fact",
    isExtra: true,
    show: ({ plaqueNumber }) => plaqueNumber,
  },
  { key: "due", title: "什么时候办好", width: "1.9fr", place: "fact", show: showDue },
  {
    key: "state",
    title: "到哪一步",
    width: "90px",
    place: "side",
    show: ({ state, stateLabel }) => <Chip tone={stateTones[state]} text={stateLabel} />,
  },
  { key: "act", title: "", width: "92px", place: "side", show: (row) => <Open row={row} office={office} /> },
];

function showDue(row: MealPointRow) {
  const due = dueWords(row);
  if (due === "") return null;
  return row.isOverdue ? <Chip tone="danger" text={due} /> : due;
}

function Open({ row, office }: { row: MealPointRow; office: Office }) {
  const { id, name, state, turnOf } = row;
  const text = nextOf({ state, turnOf });
  return (
    <View
      className="build-open"
      {...pressable({ label: `${name}，${text}`, onPress: () => goTo(toMealPoint(office, id)) })}
    >
      <Text>{text}</Text>
    </View>
  );
}
