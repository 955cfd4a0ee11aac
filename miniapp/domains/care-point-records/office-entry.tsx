import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { facilityKindWords } from "@shared/core/network";
import type { OfficeRecordPage } from "@shared/domains/care-point-records/office-records.contract";
import { goTo } from "@miniapp/core/navigate";
import { toPhotos } from "@miniapp/domains/care-point-photos/routes";
import { toCarePoint } from "@miniapp/domains/care-points/routes";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { Timeline } from "@miniapp/ui/timeline";
import { withheldNote } from "./office-words";
import { useConfirmForOffice, usePublishRecord } from "./use-office-records";
import { WithholdSheet } from "./withhold-sheet";

/** What the office can do with an entry, and what was done with it so far. */
export function OfficeEntry({ record }: { record: OfficeRecordPage }) {
  const { carePointId, name, kinds, history } = record;
  const photos = toPhotos({ carePointId, carePointName: name, isManager: false });
  return (
    <>
      <Checked record={record} />
      <Published record={record} />
      <Card>
        <View className="stack">
          <Text>{kinds.map((kind) => facilityKindWords[kind]).join("、")}</Text>
          <BigButton kind="line" icon="info" text="看对外的那一页" onPress={() => goTo(toCarePoint({ carePointId }))} />
          <BigButton kind="line" text="照片" onPress={() => goTo(photos)} />
        </View>
      </Card>
      {history.length > 0 && (
        <Card>
          <Timeline
            label="办过的事"
            steps={history.map(({ label, text }, place) => ({ key: String(place), text, note: label }))}
          />
        </Card>
      )}
    </>
  );
}

/** Whether somebody said lately that all is right; where nobody manages it, the office's one tap. */
function Checked({ record: { carePointId, version, overdueDays, verifiedLabel, isManaged } }: Shown) {
  const confirm = useConfirmForOffice();
  const isDue = overdueDays > 0;
  const checked = `${verifiedLabel}核对过${isDue ? `，过期 ${overdueDays} 天` : ""}。`;
  const who = isManaged ? "这里有负责人，请负责人核对。" : "这里没有负责人，由民政部门核对。";
  return (
    <>
      <Banner icon={isDue ? "clock" : "check"} tone={isDue ? "amber" : "pine"} text={`${checked}${who}`} />
      <FormError error={confirm.error} />
      {!isManaged && (
        <BigButton
          icon="check"
          kind={isDue ? "primary" : "second"}
          text="打电话问过，都对"
          busyText="正在确认"
          isBusy={confirm.isPending}
          onPress={() => confirm.mutate({ carePointId, version })}
        />
      )}
    </>
  );
}

/** Whether people find it, and the way to change that. */
function Published({ record }: Shown) {
  const { carePointId, version, withheld } = record;
  const publish = usePublishRecord();
  const [isWithholding, setIsWithholding] = useState(false);
  const isOwn = withheld?.why === "unpublished" || withheld?.why === "closed";
  return (
    <>
      {withheld && <Banner icon="info" tone="amber" text={`${withheldNote(withheld)}，大家找不到。`} />}
      <FormError error={publish.error} />
      {isOwn && (
        <BigButton
          text="重新公布"
          busyText="正在公布"
          isBusy={publish.isPending}
          onPress={() => publish.mutate({ carePointId, version })}
        />
      )}
      {!withheld && <BigButton kind="second" text="停止公布" onPress={() => setIsWithholding(true)} />}
      {isWithholding && <WithholdSheet record={record} onClose={() => setIsWithholding(false)} />}
    </>
  );
}

interface Shown {
  readonly record: OfficeRecordPage;
}
