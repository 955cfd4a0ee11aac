import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Import } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { BottomBar } from "@miniapp/ui/bottom-bar";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useApplyImport } from "./use-imports";

/** The one act of the page: all rows, or the good ones alone, said once more in a whole sentence. */
export function ApplyBar({ batch: { id, counts } }: { batch: Import }) {
  const [isAsking, setIsAsking] = useState(false);
  const apply = useApplyImport();
  const left = counts.bad + counts.double;
  const text = left === 0 ? `全部导入，${counts.ready} 行` : `只导入好的 ${counts.ready} 行`;
  const start = () => {
    apply.mutate({ importId: id, mode: left === 0 ? "all" : "good_only" }, { onSuccess: () => setIsAsking(false) });
  };
  return (
    <>
      <BottomBar>
        <BigButton text={text} isDisabled={counts.ready === 0} onPress={() => setIsAsking(true)} />
      </BottomBar>
      {isAsking && (
        <Sheet title="现在导入？" onClose={() => setIsAsking(false)}>
          <View className="stack">
            <Text>{`${counts.ready} 行会变成点位，附近的人随后就能看到。`}</Text>
            {left > 0 && <Text>{`另外 ${left} 行这次不导入，改好以后再导入一次。`}</Text>}
            <Text className="words-quiet">新增的助餐点先不公开，挂牌以后再公布。</Text>
            <FormError error={apply.error} />
            <BigButton text="确定导入" isBusy={apply.isPending} busyText="正在开始" onPress={start} />
            <BigButton kind="quiet" text="再看看" onPress={() => setIsAsking(false)} />
          </View>
        </Sheet>
      )}
    </>
  );
}
