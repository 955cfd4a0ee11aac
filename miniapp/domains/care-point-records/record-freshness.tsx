import { Text } from "@tarojs/components";
import type { OwnRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { monthAndDay } from "./record-words";
import { useConfirmRecord } from "./use-own-record";

/** How long the entry is still believed, in words, and the one tap that says all of it is right. */
export function RecordFreshness({ record }: { record: OwnRecord }) {
  const confirm = useConfirmRecord();
  const { freshness, verifiedOn, believedUntil, staleFrom, leavesOn } = record;
  return (
    <>
      {freshness === "current" && (
        <Banner icon="check" text={`${monthAndDay(verifiedOn)}核对过，${monthAndDay(believedUntil)}以前再看一次。`} />
      )}
      {freshness === "overdue" && (
        <Banner
          icon="clock"
          tone="amber"
          text={`该核对了。再不核对，${monthAndDay(staleFrom)}起就排到“很久没核对”里。`}
        />
      )}
      {freshness === "stale" && (
        <Banner
          icon="clock"
          tone="danger"
          text={`很久没核对，附近的人要翻到最后才看到。${monthAndDay(leavesOn)}起就不列出来了，确认了马上回来。`}
        />
      )}
      <FormError error={confirm.error} />
      <BigButton
        icon="check"
        text="都对，确认"
        busyText="正在确认"
        isBusy={confirm.isPending}
        onPress={() => confirm.mutate(record)}
      />
      <Text className="words-quiet">下面每一样都看过、都对，再点确认。</Text>
    </>
  );
}
