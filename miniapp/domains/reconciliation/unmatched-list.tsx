import { Text, View } from "@tarojs/components";
import type { Side, UnmatchedFacility } from "@shared/domains/reconciliation/reconciliation.contract";
import { goTo } from "@miniapp/core/navigate";
import { toCarePoint } from "@miniapp/domains/care-points/routes";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { RowLink } from "@miniapp/ui/row-link";
import { facilityWords, sideWords } from "./copy";
import { useUnmatched } from "./use-unmatched";

/** What only one side has; one of ours leads to its entry. */
export function UnmatchedList({ regionId, side }: { regionId: string; side: Side }) {
  const query = useUnmatched({ regionId, side });
  const { title, hint, none } = sideWords[side];
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const facilities = pages.flatMap((page) => page.facilities);
        const total = pages[0]?.total ?? 0;
        return (
          <View className="stack">
            <Text className="words-title">{total === 0 ? title : `${title} · ${total} 处`}</Text>
            <Text className="words-quiet">{total === 0 ? none : hint}</Text>
            {total > 0 && (
              <Card isList>
                {facilities.map((facility, place) => (
                  <FacilityRow key={facility.carePointId ?? place} facility={facility} />
                ))}
              </Card>
            )}
            {query.hasNextPage && (
              <Text className="reconciliation-on-paper">{`这里是前 ${facilities.length} 处；全要的话，在屏幕上点“再看更多”，看到底再打印。`}</Text>
            )}
            <View className="paper-tools">
              <MoreButton query={query} />
            </View>
          </View>
        );
      }}
    </Loaded>
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
