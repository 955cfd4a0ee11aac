import { View } from "@tarojs/components";
import { useState, type ReactNode } from "react";
import type { Import } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { canSaveTables } from "@miniapp/core/save-table";
import { BigButton } from "@miniapp/ui/big-button";
import { Figures } from "@miniapp/ui/figures";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { FormError } from "@miniapp/ui/form-error";
import { Doubles } from "./doubles";
import { ImportProgress } from "./import-progress";
import { RowsBoard } from "./rows-board";
import { useSaveTable } from "./use-save-table";

type Shown = "bad" | "double" | "warned" | "failed";

const titles = { bad: "要改的行", warned: "最好看一眼的行", failed: "没有导入成的行" } as const;

interface ImportReviewProps {
  readonly batch: Import;
  /** What a desktop has below the figures; a phone has it below the thumb. */
  readonly act: ReactNode;
}

/** What was found in a file: in figures, then the rows that somebody must look at. */
export function ImportReview({ batch, act }: ImportReviewProps) {
  const { id, rows, counts, warnings, state } = batch;
  const [chosen, setChosen] = useState<Shown | null>(null);
  const [hasDoubles] = useState(counts.double > 0);
  const sorts: readonly { readonly shown: Shown; readonly text: string; readonly isThere: boolean }[] = [
    { shown: "failed", text: `没导入成 ${counts.failed}`, isThere: counts.failed > 0 },
    { shown: "bad", text: `要改 ${counts.bad}`, isThere: counts.bad > 0 },
    { shown: "double", text: `要认定 ${counts.double}`, isThere: hasDoubles || counts.double > 0 },
    { shown: "warned", text: `看一眼 ${warnings}`, isThere: warnings > 0 },
  ];
  const there = sorts.filter(({ isThere }) => isThere);
  const shown = chosen ?? there[0]?.shown;
  return (
    <>
      {state !== "checked" && <ImportProgress batch={batch} />}
      <Figures
        figures={[
          { figure: String(rows), word: "共几行", isExtra: true },
          { figure: String(counts.ready + counts.applied), word: state === "checked" ? "好的" : "好的和已导入" },
          { figure: String(counts.bad), word: "要改" },
          { figure: String(counts.double), word: "要认定" },
        ]}
      />
      {act}
      {there.length > 1 && (
        <View className="import-sorts">
          {there.map(({ shown: one, text }) => (
            <FilterChip key={one} text={text} isChosen={shown === one} onPress={() => setChosen(one)} />
          ))}
        </View>
      )}
      {shown === "double" && <Doubles importId={id} isOpen={state === "checked"} />}
      {shown && shown !== "double" && <RowsBoard key={shown} importId={id} show={shown} title={titles[shown]} />}
      {canSaveTables() && <Tables batch={batch} />}
    </>
  );
}

/** What one takes to the spreadsheet: the rows to be mended, then the whole result. */
function Tables({ batch: { id, state, counts } }: { batch: Import }) {
  const save = useSaveTable();
  const rows = `/care-point-imports/${id}/rows.csv`;
  const get = (path: string, fileName: string) => () => save.mutate({ path, fileName });
  return (
    <View className="stack">
      <FormError error={save.error} />
      {counts.bad > 0 && (
        <BigButton kind="second" text="下载要改的行" onPress={get(`${rows}?only=bad`, "要改的行.csv")} />
      )}
      {state === "done" && <BigButton kind="second" text="下载导入结果" onPress={get(rows, "导入结果.csv")} />}
    </View>
  );
}
