import { Text } from "@tarojs/components";
import { useState } from "react";
import {
  REASON_LONGEST,
  type OfficeRecordPage,
  type WithholdReason,
} from "@shared/domains/care-point-records/office-records.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Segmented } from "@miniapp/ui/segmented";
import { Sheet } from "@miniapp/ui/sheet";
import { useWithholdRecord } from "./use-office-records";

const REASONS = [
  { value: "unpublished", text: "先停一停" },
  { value: "closed", text: "停办了" },
] as const;

/** For now or for good, and why. */
export function WithholdSheet({ record, onClose }: { record: OfficeRecordPage; onClose: () => void }) {
  const { carePointId, version, name } = record;
  const [why, setWhy] = useState<WithholdReason>("unpublished");
  const [words, setWords] = useState("");
  const withhold = useWithholdRecord();
  const submit = () => withhold.mutate({ carePointId, version, why, words: words.trim() }, { onSuccess: onClose });
  return (
    <Sheet title={`停止公布${name}`} onClose={() => withhold.isPending || onClose()}>
      <Segmented label="停多久" options={REASONS} value={why} onChange={setWhy} />
      <Field label="为什么" hint="只有民政部门看得到" maxLength={REASON_LONGEST} value={words} onChange={setWords} />
      <Text className="words-quiet">附近的人马上找不到这里；以后可以重新公布，记录都留着。</Text>
      <FormError error={withhold.error} />
      <BigButton
        kind="danger"
        text="停止公布"
        busyText="正在停"
        isDisabled={words.trim() === ""}
        isBusy={withhold.isPending}
        onPress={submit}
      />
      <BigButton kind="quiet" text="先不停" onPress={onClose} />
    </Sheet>
  );
}
