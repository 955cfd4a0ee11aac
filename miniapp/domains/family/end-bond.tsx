import { Text } from "@tarojs/components";
import type { Bond } from "@shared/domains/family/family.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useWithdrawBond } from "./use-withdraw-bond";

/** Asks once before a bond is ended. */
export function EndBond({ bond, isMine, onClose }: { bond: Bond; isMine: boolean; onClose: () => void }) {
  const withdraw = useWithdrawBond();
  return (
    <Sheet
      title={isMine ? `不再替${bond.label}订餐？` : `不让${bond.label}帮忙了？`}
      onClose={() => withdraw.isPending || onClose()}
    >
      <Text>
        {isMine
          ? "马上就不能替老人订餐了，已经订好的饭不变。想再帮忙，要请老人重新做邀请码。"
          : "马上就不能替您订餐了，已经订好的饭不变。想再请家人帮忙，重新做一个邀请码就行。"}
      </Text>
      <FormError error={withdraw.error} />
      <BigButton
        kind="danger"
        text="取消"
        label="确定取消"
        busyText="正在取消"
        isBusy={withdraw.isPending}
        onPress={() => withdraw.mutate(bond.id, { onSuccess: onClose })}
      />
      <BigButton kind="quiet" text="不取消，留着" isDisabled={withdraw.isPending} onPress={onClose} />
    </Sheet>
  );
}
