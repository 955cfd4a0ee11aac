import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { businessDay } from "@shared/core/dates";
import { Acceptance, AccessibilityMark } from "@shared/core/offering-shapes";
import {
  ADDRESS_LONGEST,
  PHONE_LONGEST,
  type OwnRecord,
} from "@shared/domains/care-point-records/care-point-records.contract";
import { serverNow } from "@miniapp/core/server-clock";
import { acceptanceWords, accessibilityWords } from "@miniapp/domains/care-points/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { OfferingFields } from "./offering-fields";
import { draftOf, editOf, type OfferingDraft } from "./record-draft";
import { useEditRecord } from "./use-own-record";

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((held) => held !== item) : [...list, item];

/** What a manager keeps up by herself. Name, position and services are not here: the office says yes to them. */
export function RecordForm({ record, onClose }: { record: OwnRecord; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(record));
  const [fault, setFault] = useState<string | null>(null);
  const edit = useEditRecord();
  const change = (part: Partial<typeof draft>) => setDraft((current) => ({ ...current, ...part }));
  const changeOffering = (place: number, part: Partial<OfferingDraft>) =>
    change({ offerings: draft.offerings.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const submit = () => {
    const request = editOf(draft, { record, today: businessDay(serverNow()) });
    setFault("fault" in request ? request.fault : null);
    if (!("fault" in request)) edit.mutate(request, { onSuccess: onClose });
  };
  return (
    <>
      <Text className="words-quiet">{`名称、位置和服务项目不在这里改，要请${record.officeName}核实。`}</Text>
      <Field label="电话" maxLength={PHONE_LONGEST} value={draft.phone} onChange={(phone) => change({ phone })} />
      <Field
        label="地址"
        maxLength={ADDRESS_LONGEST}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <Text className="field-label">怎么进</Text>
      <View className="filters">
        {AccessibilityMark.options.map((mark) => (
          <FilterChip
            key={mark}
            text={accessibilityWords[mark]}
            isChosen={draft.accessibility.includes(mark)}
            onPress={() => change({ accessibility: toggled(draft.accessibility, mark) })}
          />
        ))}
      </View>
      <Text className="field-label">也收</Text>
      <View className="filters">
        {Acceptance.options.map((one) => (
          <FilterChip
            key={one}
            text={acceptanceWords[one]}
            isChosen={draft.accepts.includes(one)}
            onPress={() => change({ accepts: toggled(draft.accepts, one) })}
          />
        ))}
      </View>
      {draft.offerings.map((offering, place) => (
        <OfferingFields key={offering.service} offering={offering} onChange={(part) => changeOffering(place, part)} />
      ))}
      {fault && (
        <Text className="field-error" {...roleOf("alert")}>
          {fault}
        </Text>
      )}
      <FormError error={edit.error} />
      <BigButton text="改好了，保存" busyText="正在保存" isBusy={edit.isPending} onPress={submit} />
      <BigButton kind="quiet" text="先不改" onPress={onClose} />
    </>
  );
}
