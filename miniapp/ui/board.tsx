import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { canBeWide } from "@miniapp/core/can-be-wide";
import { Card } from "./card";
import { Field } from "./field";
import { roleOf } from "./role-of";

export interface BoardColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Its width on a desktop, as in a CSS grid: `110px`, `2fr`. */
  readonly width: string;
  /** Where it stands on a phone: in the first line, in the line below it, or at the right. Columns come in this order. */
  readonly place: "lead" | "fact" | "side";
  /** Only where there is a desktop's room. */
  readonly isExtra?: boolean;
  /** Plain words, or a piece; null where there is nothing to say. */
  readonly show: (row: Row) => ReactNode;
}

interface BoardSearch {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly onChange: (value: string) => void;
}

interface BoardProps<Row> {
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly columns: readonly BoardColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where rows can be searched; without it they are only filtered. */
  readonly search?: BoardSearch;
  /** Which rows; beside the search where there is one. */
  readonly filters?: ReactNode;
  /** Said instead of rows when there are none. */
  readonly nothing: string;
}

/** The staff table: a list on a phone, a table with a head that stays on a desktop. */
export function Board<Row>(props: BoardProps<Row>) {
  const { label, columns, rows, keyOf, search, filters, nothing } = props;
  const widths = canBeWide ? { gridTemplateColumns: columns.map(({ width }) => width).join(" ") } : {};
  return (
    <Card isList>
      <View className={`board-head${search || filters ? "" : " is-bare"}`}>
        <View className="board-tools">
          {search && (
            <View className="board-search">
              <Field label={search.label} value={search.value} maxLength={search.longest} onChange={search.onChange} />
            </View>
          )}
          {filters}
        </View>
        {canBeWide && (
          <View className="board-titles" style={widths} aria-hidden="true">
            {columns.map(({ key, title }) => (
              <Text key={key}>{title}</Text>
            ))}
          </View>
        )}
      </View>
      {rows.length === 0 && (
        <View className="board-nothing" {...roleOf("status")}>
          <Text>{nothing}</Text>
        </View>
      )}
      {rows.length > 0 && (
        <View className="board-rows" {...roleOf("list")} aria-label={label}>
          {rows.map((row) => (
            <View key={keyOf(row)} className="board-row" style={widths} {...roleOf("listitem")}>
              <View className="board-words">
                <BoardCells row={row} columns={columns} place="lead" />
                <BoardCells row={row} columns={columns} place="fact" />
              </View>
              <BoardCells row={row} columns={columns} place="side" />
            </View>
          ))}
        </View>
      )}
    </Card>
  );
}

type CellsProps<Row> = Pick<BoardProps<Row>, "columns"> & Pick<BoardColumn<Row>, "place"> & { readonly row: Row };

function BoardCells<Row>({ row, columns, place }: CellsProps<Row>) {
  const shown = columns.filter((column) => column.place === place && (canBeWide || !column.isExtra));
  if (shown.length === 0) return null;
  return (
    <View className={`board-${place}s`}>
      {shown.map(({ key, show, isExtra = false }) => (
        <BoardCell key={key} name={`board-${place}${isExtra ? " is-extra" : ""}`} isBare={place === "side"}>
          {show(row)}
        </BoardCell>
      ))}
    </View>
  );
}

/** A desktop's grid wants every cell in its place; a phone draws what there is, at the right without a frame of its own. */
function BoardCell({ name, isBare, children }: { name: string; isBare: boolean; children: ReactNode }) {
  if (!canBeWide && (isBare || children === null)) return <>{children}</>;
  if (typeof children === "string") return <Text className={name}>{children}</Text>;
  return <View className={name}>{children}</View>;
}
