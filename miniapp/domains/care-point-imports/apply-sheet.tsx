import { Text, View } from "@tarojs/components";
import type { Import } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { leftOf } from "./apply-button";
import { useApplyImport } from "./use-imports";

/** What will happen in whole sentences, and the yes. */
export function ApplySheet({ batch, onClose }: { batch: Import; onClose: () => void }) {
  const apply = useApplyImport();
  const left = leftOf(batch);
  const start = () => {
    apply.mutate({ importId: batch.id, mode: left === 0 ? "all" : "good_only" }, { onSuccess: onClose });
  };
  return (
    <Sheet title="现在导入？" onClose={onClose}>
      <View className="stack">
        <Text>{`${batch.counts.ready} 行会变成点位，附近的人随后就能看到。`}</Text>
        {left > 0 && <Text>{`另外 ${left} 行这次不导入，改好以后再导入一次。`}</Text>}
        <Text className="words-quiet">新增的助餐点先不公开，挂牌以后再公布。</Text>
        <FormError error={apply.error} />
        <BigButton text="确定导入" isBusy={apply.isPending} busyText="正在开始" onPress={start} />
        <BigButton kind="quiet" text="再看看" onPress={onClose} />
      </View>
    </Sheet>
  );
}
