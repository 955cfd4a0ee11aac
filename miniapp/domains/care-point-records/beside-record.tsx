import { useState } from "react";
import type { OwnRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { LeaveSheet } from "./leave-sheet";
import { ProposeCard } from "./propose-card";

/** What one can do beside the entry itself: put a change before the office, or leave. */
export function BesideRecord({ record, isManager }: { record: OwnRecord; isManager: boolean }) {
  const { carePointId, name, officeName } = record;
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <>
      {isManager && <ProposeCard record={record} />}
      <BigButton kind="quiet" icon="leave" text="不再管这里" onPress={() => setIsLeaving(true)} />
      {isLeaving && (
        <LeaveSheet
          carePointId={carePointId}
          carePointName={name}
          officeName={officeName}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </>
  );
}
