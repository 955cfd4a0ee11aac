import { Text, View } from "@tarojs/components";
import type { Side, UnmatchedFacility, UnmatchedPage } from "@shared/domains/reconciliation/reconciliation.contract";
import { goTo } from "@miniapp/core/navigate";
import { toCarePoint } from "@miniapp/domains/care-points/routes";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { MoreButton } from "@miniapp/ui/more-button";
import { RowLink } from "@miniapp/ui/row-link";
import { facilityWords, sideWords, sideTitle } from "./copy";
import { useUnmatched } from "./use-unmatched";

interface UnmatchedListProps {
  readonly regionId: string;
  readonly side: Side;
  /** Its first page, as it came with the figures. */
  readonly first: UnmatchedPage;
}

/** What only one side has; one of ours leads to its entry. */
export function UnmatchedList({ regionId, side, first }: UnmatchedListProps) {
  const query = useUnmatched({ regionId, side, first });
  const { hint, none } = sideWords[side];
  const facilities = query.data.pages.flatMap((page) => page.facilities);
  return (
    <View className="stack">
      <Text className="words-title">{sideTitle(side, first)}</Text>
      <Text className="words-quiet">{first.total === 0 ? none : hint}</Text>
      {first.total > 0 && (
        <Card isList>
          {facilities.map((facility, place) => (
            <FacilityRow key={facility.carePointId ?? place} facility={facility} />
          ))}
        </Card>
      )}
      {query.hasNextPage && (
        <Text className="reconciliation-on-paper">{`这里是前 ${facilities.length} 处；全要的话，在屏幕上点“再看更多”，看到底再打印。`}</Text>
      )}
      <FormError error={query.error} />
      <View className="paper-tools">
        <MoreButton query={query} />
      </View>
    </View>
  );
}

function FacilityRow({ facility }: { facility: UnmatchedFacility }) {
  const { name, carePointId } = facility;
  const note = facilityWords(facility);
  if (carePointId !== null)
    return <RowLink icon="pin" text={name} note={note} onPress={() => goTo(toCarePoint({ carePointId }))} />;
  return (
    <View className="reconciliation-theirs">
      <Text className="row-link-text">{name}</Text>
      <Text className="words-quiet">{note}</Text>
    </View>
  );
}
