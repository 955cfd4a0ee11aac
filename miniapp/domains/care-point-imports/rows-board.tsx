import { Text, View } from "@tarojs/components";
import type { ImportRow, RowFilter } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { Board, type BoardColumn } from "@miniapp/ui/board";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { noteWords } from "./copy";
import { useImportRows } from "./use-import-rows";

interface RowsBoardProps {
  readonly importId: string;
  readonly show: Exclude<RowFilter, "double">;
  readonly title: string;
}

const COLUMNS: readonly BoardColumn<ImportRow>[] = [
  { key: "row", title: "行", width: "96px", place: "lead", show: ({ row }) => `第 ${row} 行` },
  { key: "name", title: "名称", width: "1fr", place: "lead", show: ({ name }) => name || "没有名称" },
  { key: "why", title: "哪里要改", width: "2fr", place: "fact", show: showWhy },
];

function showWhy({ state, faults, warnings }: ImportRow) {
  const words = noteWords([...faults, ...warnings]);
  return <Text className="import-reason">{state === "failed" ? "要改的点位已经并入别处，没有导入" : words}</Text>;
}

/** Rows that somebody has to look at, each with its column and the reason. */
export function RowsBoard({ importId, show, title }: RowsBoardProps) {
  const query = useImportRows({ importId, show, isAsked: useIsDrawn(true) });
  return (
    <View className="stack">
      <Text className="words-title">{title}</Text>
      <Loaded query={query} what={title}>
        {({ pages }) => (
          <Board
            label={title}
            columns={COLUMNS}
            rows={pages.flatMap(({ rows }) => rows)}
            keyOf={({ id }) => id}
            nothing="没有"
          />
        )}
      </Loaded>
      <MoreButton query={query} />
    </View>
  );
}
