import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Empty } from "@miniapp/ui/states";
import { CarePointRow } from "./care-point-row";
import { useSearchCarePoints } from "./use-search-care-points";

/** What a name found, nearest first. */
export function FoundCarePoints({ communityId, text }: { communityId: string; text: string }) {
  const query = useSearchCarePoints({ communityId, text });
  return (
    <Loaded query={query}>
      {({ carePoints }) =>
        carePoints.length === 0 ? (
          <Empty title={`没有找到“${text}”`} text="换个短一点的词再试试，或者打电话问一问。" canAsk />
        ) : (
          <Card isList>
            {carePoints.map((carePoint) => (
              <CarePointRow key={carePoint.id} carePoint={carePoint} />
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}
