import { Text } from "@tarojs/components";
import type { CarePointSummary } from "@shared/domains/care-points/care-point-shapes";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { Empty } from "@miniapp/ui/states";
import type { CarePointFilters } from "./care-point-filters";
import { CarePointRow } from "./care-point-row";
import { CircleLink } from "./circle-link";
import { useCarePoints } from "./use-care-points";

interface CarePointListProps {
  readonly communityId: string;
  readonly filters: CarePointFilters;
}

/** Care points by distance, with how many of them are within the circle; those nobody checked for long apart. */
export function CarePointList({ communityId, filters }: CarePointListProps) {
  const query = useCarePoints({ communityId, filters });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const [first] = pages;
        const carePoints = pages.flatMap((page) => page.carePoints);
        const near = pages.reduce((sum, page) => sum + page.withinCircle, 0);
        const stale = carePoints.filter(({ freshness }) => freshness === "stale");
        if (carePoints.length === 0 && !query.hasNextPage)
          return <Empty title="没有合适的" text="少选一个条件再看看，或者打电话问一问。" canAsk />;
        return (
          <>
            {first && <CircleLink near={near} minutes={first.circleMinutes} />}
            <Rows carePoints={carePoints.filter(({ freshness }) => freshness !== "stale")} />
            {stale.length > 0 && <Text className="words-title">很久没核对，去之前先打电话</Text>}
            <Rows carePoints={stale} />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

function Rows({ carePoints }: { carePoints: readonly CarePointSummary[] }) {
  if (carePoints.length === 0) return null;
  return (
    <Card isList>
      {carePoints.map((carePoint) => (
        <CarePointRow key={carePoint.id} carePoint={carePoint} />
      ))}
    </Card>
  );
}
