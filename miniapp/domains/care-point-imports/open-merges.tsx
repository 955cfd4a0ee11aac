import type { CarePointMerge } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { OneAtATime } from "./one-at-a-time";
import { OpenMergeCard, waitsFor } from "./open-merge-card";

/** Proposals that wait for a second person; one's own wait for somebody else. */
export function OpenMerges({ merges }: { merges: readonly CarePointMerge[] }) {
  return (
    <OneAtATime
      questions={merges.map((merge) => ({
        key: merge.id,
        text: `把“${merge.gone.name}”并入“${merge.keep.name}”？`,
        note: waitsFor(merge),
        isAnswered: merge.isOwn,
        card: <OpenMergeCard merge={merge} />,
      }))}
    />
  );
}
