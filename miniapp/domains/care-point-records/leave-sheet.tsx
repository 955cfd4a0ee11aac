import { Text } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useLeaveCarePoint } from "./use-claims";

interface LeaveSheetProps {
  readonly carePointId: string;
  readonly carePointName: string;
  readonly officeName: string;
  readonly onClose: () => void;
}

/** Somebody does not work here any more: said once more before it is done. */
export function LeaveSheet({ carePointId, carePointName, officeName, onClose }: LeaveSheetProps) {
  const leave = useLeaveCarePoint();
  return (
    <Sheet title={`不再管${carePointName}`} onClose={() => leave.isPending || onClose()}>
      <Text>您的账号马上退出，以后看不到这里的工作台。</Text>
      <Text className="words-quiet">
        {`没有别的负责人的话，${officeName}会另外找人。走之前，请先在“人员”里请好接手的人。`}
      </Text>
      <FormError error={leave.error} />
      <BigButton
        kind="danger"
        text="确定，退出"
        busyText="正在退出"
        isBusy={leave.isPending}
        onPress={() => leave.mutate(carePointId)}
      />
      <BigButton kind="quiet" text="先不退出" onPress={onClose} />
    </Sheet>
  );
}
