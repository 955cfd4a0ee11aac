import { Text, View } from "@tarojs/components";
import type { CountyRow } from "@shared/domains/reconciliation/reconciliation.contract";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { Board, type BoardColumn } from "@miniapp/ui/board";
import { pressable } from "@miniapp/ui/pressable";
import { differenceWords, sumWords, unmatchedWords } from "./copy";
import { toReconciliation } from "./routes";

/** The city's counties: theirs, ours, the difference, and the way to what does not match. */
export function CountyBoard({ office, counties }: { office: Office; counties: readonly CountyRow[] }) {
  return (
    <Board
      label="各县（市、区）"
      columns={columnsOf(office)}
      rows={counties}
      keyOf={({ county }) => county.id}
      nothing="这里没有县（市、区）。"
    />
  );
}

const columnsOf = (office: Office): readonly BoardColumn<CountyRow>[] => [
  {
    key: "county",
    title: "县（市、区）",
    width: "1.2fr",
    place: "lead",
    show: ({ county }) => county.name,
  },
  {
    key: "theirs",
    title: "省平台",
    width: "1.4fr",
    place: "fact",
    show: ({ theirs }) => <Sum of="省平台" {...theirs} />,
  },
  { key: "ours", title: "我们", width: "1.4fr", place: "fact", show: ({ ours }) => <Sum of="我们" {...ours} /> },
  {
    key: "difference",
    title: "差多少",
    width: "1.8fr",
    place: "side",
    isExtra: true,
    show: ({ difference }) => differenceWords(difference),
  },
  {
    key: "unmatched",
    title: "对得上吗",
    width: "150px",
    place: "side",
    show: (row) => <Open row={row} office={office} />,
  },
];

/** On a phone the column's head is part of the words. */
function Sum({ of, ...sum }: CountyRow["ours"] & { readonly of: string }) {
  return (
    <>
      <Text className="reconciliation-of">{`${of} `}</Text>
      <Text>{sumWords(sum)}</Text>
    </>
  );
}

function Open({ row, office }: { row: CountyRow; office: Office }) {
  const text = unmatchedWords(row);
  const label = `${row.county.name}，${text}`;
  return (
    <View
      className="reconciliation-open"
      {...pressable({ label, onPress: () => goTo(toReconciliation(office, row.county)) })}
    >
      <Text>{text}</Text>
    </View>
  );
}
