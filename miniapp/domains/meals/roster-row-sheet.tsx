import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { modeWords } from "./copy";
import { CANCEL_REASONS, NO_CODE_REASONS, payWords, stateOfRow } from "./counter-copy";
import type { CounterWish } from "./counter-wishes";
import type { CounterActing } from "./use-counter-act";
import { useCancelForResident } from "./use-cancel-for-resident";

const REASON_MAX = 60;

interface RosterRowSheetProps {
  readonly row: RosterRow;
  readonly acting: CounterActing;
  readonly onClose: () => void;
}

/** What can be done for one person: hand it out with the reason why without a code, note that she did not come, cancel. */
export function RosterRowSheet({ row, acting, onClose }: RosterRowSheetProps) {
  const [isCancelling, setIsCancelling] = useState(false);
  const cancel = useCancelForResident();
  const about = `${row.dishName}，${modeWords[row.mode]}，${payWords(row.priceFen)} · ${stateOfRow(row)}`;
  const checkIn = (reason: string) => acting.mutate({ kind: "check_in_by_name", row, reason }, { onSuccess: onClose });
  return (
    <Sheet title={isCancelling ? `替${row.name}取消？` : row.name} onClose={onClose}>
      <Text className="words-quiet">{about}</Text>
      {isCancelling ? (
        <>
          <Text>这一份会让给别人，也会通知到本人。为什么取消？</Text>
          <ReasonChoice
            reasons={CANCEL_REASONS}
            isBusy={cancel.isPending}
            onReason={(reason) => cancel.mutate({ bookingId: row.bookingId, reason }, { onSuccess: onClose })}
          />
          <FormError error={cancel.error} />
          <BigButton kind="quiet" text="不取消，留着" onPress={() => setIsCancelling(false)} />
        </>
      ) : (
        <>
          <Text className="words-title">没有取餐码，为什么给？</Text>
          <ReasonChoice reasons={NO_CODE_REASONS} isBusy={acting.isPending} onReason={checkIn} />
          <FormError error={isAbout(acting.variables, row) ? acting.error : null} />
          {row.state === "booked" && (
            <BigButton
              kind="line"
              text="没有来"
              isDisabled={acting.isPending}
              onPress={() => acting.mutate({ kind: "mark_no_show", row }, { onSuccess: onClose })}
            />
          )}
          <BigButton
            kind="line"
            text="替本人取消"
            isDisabled={acting.isPending}
            onPress={() => setIsCancelling(true)}
          />
          <BigButton kind="quiet" text="关上" onPress={onClose} />
        </>
      )}
    </Sheet>
  );
}

const isAbout = (wish: CounterWish | undefined, { bookingId }: RosterRow): boolean =>
  wish !== undefined && "row" in wish && wish.row.bookingId === bookingId;

interface ReasonChoiceProps {
  readonly reasons: readonly string[];
  readonly isBusy: boolean;
  readonly onReason: (reason: string) => void;
}

function ReasonChoice({ reasons, isBusy, onReason }: ReasonChoiceProps) {
  const [typed, setTyped] = useState("");
  return (
    <View className="stack">
      {reasons.map((reason) => (
        <BigButton key={reason} kind="second" text={reason} isDisabled={isBusy} onPress={() => onReason(reason)} />
      ))}
      <Field label="别的原因" maxLength={REASON_MAX} value={typed} onChange={setTyped} />
      {typed.trim() !== "" && <BigButton text="就写这个" isBusy={isBusy} onPress={() => onReason(typed.trim())} />}
    </View>
  );
}
