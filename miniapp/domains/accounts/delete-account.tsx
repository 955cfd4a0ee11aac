import { Text } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useDeleteAccount } from "./use-delete-account";

/** Asks once more before an account goes. */
export function DeleteAccount({ onClose }: { onClose: () => void }) {
  const leave = useDeleteAccount();
  return (
    <Sheet title="真的要注销吗？" onClose={() => leave.isPending || onClose()}>
      <Text>
        订好还没吃的饭会先取消，家人不能再替您办事，您的资料都会删掉，找不回来。做过的事只留一个没有名字的编号备查。
      </Text>
      <FormError error={leave.error} />
      <BigButton
        kind="danger"
        text="注销"
        busyText="正在注销"
        isBusy={leave.isPending}
        onPress={() => leave.mutate()}
      />
      <BigButton kind="quiet" text="不注销，留着" isDisabled={leave.isPending} onPress={onClose} />
    </Sheet>
  );
}
