import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { serverNow } from "@miniapp/core/server-clock";
import { BigButton } from "@miniapp/ui/big-button";
import { Board, type BoardColumn } from "@miniapp/ui/board";
import { Chip, type Tone } from "@miniapp/ui/chip";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { pressable } from "@miniapp/ui/pressable";
import { modeWords } from "./copy";
import { payWords, stateOfRow } from "./counter-copy";
import { findRows, waitingFirst } from "./roster-search";

/** As many rows as a phone draws at once; a search finds the others. */
const AT_ONCE = process.env.TARO_ENV === "weapp" ? 12 : 100;
const SEARCH_MAX = 20;
const TONES: Readonly<Record<RosterRow["state"], Tone>> = { booked: "amber", served: "pine", no_show: "danger" };

interface RosterBoardProps {
  readonly rows: readonly RosterRow[];
  /** Somebody is there: opens what can be done for her. */
  readonly onHere: (row: RosterRow) => void;
  readonly onUndo: (row: RosterRow) => void;
}

const ageWords = ({ age }: RosterRow): string => (age === null ? "" : `${age} 岁`);
const dishWords = ({ dishName, isWalkIn }: RosterRow): string => (isWalkIn ? `${dishName}（现场来）` : dishName);
const tailWords = ({ codeTail }: RosterRow): string => (codeTail === null ? "" : `码尾 ${codeTail}`);

function columnsOf({ onHere, onUndo }: RosterBoardProps): readonly BoardColumn<RosterRow>[] {
  return [
    { key: "name", title: "姓名", width: "1.2fr", place: "lead", show: ({ name }) => <Text>{name}</Text> },
    { key: "age", title: "年龄", width: "72px", place: "lead", show: (row) => wordsOrNothing(ageWords(row)) },
    { key: "dish", title: "套餐", width: "2fr", place: "fact", show: (row) => <Text>{dishWords(row)}</Text> },
    { key: "mode", title: "方式", width: "110px", place: "fact", show: ({ mode }) => <Text>{modeWords[mode]}</Text> },
    { key: "pay", title: "自付", width: "90px", place: "fact", show: (row) => <Text>{payWords(row.priceFen)}</Text> },
    { key: "code", title: "取餐码", width: "90px", place: "side", isExtra: true, show: showTail },
    { key: "state", title: "状态", width: "150px", place: "side", show: (row) => <RowState row={row} /> },
    { key: "act", title: "", width: "96px", place: "side", show: (row) => <RowAct {...{ row, onHere, onUndo }} /> },
  ];
}

const showTail = (row: RosterRow) => wordsOrNothing(tailWords(row));
const wordsOrNothing = (words: string) => (words === "" ? null : <Text>{words}</Text>);

/** Who is waited for has the button: on a phone that says enough. */
function RowState({ row }: { row: RosterRow }) {
  return (
    <View className={row.state === "booked" ? "row-waits" : ""}>
      <Chip tone={TONES[row.state]} text={stateOfRow(row)} />
    </View>
  );
}

type RowActProps = Pick<RosterBoardProps, "onHere" | "onUndo"> & { readonly row: RosterRow };

function RowAct({ row, onHere, onUndo }: RowActProps) {
  if (row.state !== "served") return <RowButton text="到了" name={row.name} onPress={() => onHere(row)} />;
  if (row.undoUntil === null || Date.parse(row.undoUntil) <= serverNow()) return null;
  return <RowButton text="撤回" name={row.name} onPress={() => onUndo(row)} />;
}

function RowButton({ text, name, onPress }: { text: string; name: string; onPress: () => void }) {
  return (
    <View className="row-button" {...pressable({ label: `${name}${text}`, onPress })}>
      <Text>{text}</Text>
    </View>
  );
}

/** Who eats here, who is still waited for; found by name, pinyin initials or the end of her phone number. */
export function RosterBoard(props: RosterBoardProps) {
  const { rows } = props;
  const [search, setSearch] = useState("");
  const [isWaitingOnly, setIsWaitingOnly] = useState(false);
  const [shown, setShown] = useState(AT_ONCE);
  const waiting = rows.filter(({ state }) => state === "booked");
  const found = waitingFirst(findRows(isWaitingOnly ? waiting : rows, search));
  return (
    <>
      <Board
        label="名单"
        columns={columnsOf(props)}
        rows={found.slice(0, shown)}
        keyOf={({ bookingId }) => bookingId}
        search={{
          label: "找人：姓名、拼音头字母、手机尾号",
          value: search,
          longest: SEARCH_MAX,
          onChange: setSearch,
        }}
        nothing={search.trim() === "" ? "这一餐名单上还没有人。" : "名单上没有这个人，可以到“现场来”看看。"}
        filters={
          <View className="filters">
            <FilterChip
              text={`全部 ${rows.length}`}
              isChosen={!isWaitingOnly}
              onPress={() => setIsWaitingOnly(false)}
            />
            <FilterChip
              text={`等着 ${waiting.length}`}
              isChosen={isWaitingOnly}
              onPress={() => setIsWaitingOnly(true)}
            />
          </View>
        }
      />
      {found.length > shown && (
        <BigButton kind="second" text="再看更多" onPress={() => setShown((count) => count + AT_ONCE)} />
      )}
    </>
  );
}
