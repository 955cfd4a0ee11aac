import type { Batch } from "@shared/domains/build-out/programme-shapes";
import { LongTimeline } from "./long-timeline";

/** What was published before, the newest first; nothing where there is none. */
export function BatchesBefore({ batches }: { batches: readonly Batch[] }) {
  if (batches.length === 0) return null;
  return <LongTimeline title="公布过的" steps={batches.map(stepOf)} newest="first" />;
}

const stepOf = ({ id, name, mealPoints, publishedLabel, person }: Batch) => ({
  key: id,
  text: `${name}，${mealPoints.length} 个：${mealPoints.map((point) => point.name).join("、")}`,
  note: person === null ? publishedLabel : `${publishedLabel}，${person}`,
});
