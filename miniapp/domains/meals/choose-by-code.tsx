import { View } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";
import { Sheet } from "@miniapp/ui/sheet";
import { modeWords } from "./copy";
import { stateOfRow } from "./counter-copy";
import type { CounterActing } from "./use-counter-act";

/** Without a network only the end of a code is known here: the cook says whose it is. */
export function ChooseByCode({ acting }: { acting: CounterActing }) {
  const { data: outcome } = acting;
  if (outcome?.kind !== "choose") return null;
  const { code, rows } = outcome;
  return (
    <Sheet title={`尾号 ${code.slice(-2)}，是哪一位？`} onClose={acting.reset}>
      <Card isList>
        <View>
          {rows.map((row) => (
            <RowLink
              key={row.bookingId}
              icon="person"
              text={row.name}
              note={`${row.dishName} · ${modeWords[row.mode]} · ${stateOfRow(row)}`}
              onPress={() => acting.mutate({ kind: "check_in", row, code })}
            />
          ))}
        </View>
      </Card>
      <BigButton kind="quiet" text="都不是，重新输" onPress={acting.reset} />
    </Sheet>
  );
}
