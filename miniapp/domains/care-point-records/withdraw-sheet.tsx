import { Text } from "@tarojs/components";
import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useWithdrawChange } from "./use-record-changes";

interface WithdrawSheetProps {
  readonly change: RecordChange;
  readonly onClose: () => void;
}

/** A proposal is taken back: said once more before it is done. */
export function WithdrawSheet({ change: { id, what, after }, onClose }: WithdrawSheetProps) {
  const withdraw = useWithdrawChange();
  return (
    <Sheet title={`撤回改${changeWords[what]}`} onClose={() => withdraw.isPending || onClose()}>
      <Text>{`想改成：${after}`}</Text>
      <Text className="words-quiet">撤回以后，民政部门不再核实这一条，资料还是现在的样子。以后可以再提。</Text>
      <FormError error={withdraw.error} />
      <BigButton
        text="确定，撤回"
        busyText="正在撤回"
        isBusy={withdraw.isPending}
        onPress={() => withdraw.mutate(id, { onSuccess: onClose })}
      />
      <BigButton kind="quiet" text="先不撤回" onPress={onClose} />
    </Sheet>
  );
}
