import type { Freshness } from "@shared/core/offering-shapes";
import { goTo } from "@miniapp/core/navigate";
import { RowLink } from "@miniapp/ui/row-link";
import { toRecord } from "./routes";
import { useOwnRecord } from "./use-own-record";

interface RecordRowProps {
  readonly carePointId: string;
  readonly carePointName: string;
  readonly isManager: boolean;
}

const notes: Readonly<Record<Freshness, string>> = {
  current: "看一看，改一改",
  overdue: "该核对了",
  stale: "该核对了，已经排到很后面",
};

/** The way to the entry, with whether it is time to confirm it. */
export function RecordRow(place: RecordRowProps) {
  const { data } = useOwnRecord(place.carePointId);
  return (
    <RowLink
      icon="info"
      text="点位资料"
      note={notes[data?.freshness ?? "current"]}
      onPress={() => goTo(toRecord(place))}
    />
  );
}
