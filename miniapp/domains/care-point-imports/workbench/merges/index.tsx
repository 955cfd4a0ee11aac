import { Text, View } from "@tarojs/components";
import type { CarePointMerge } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { useOffice } from "@miniapp/core/office";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { FindTwo } from "../../find-two";
import { ImportSide } from "../../import-side";
import { OpenMerges } from "../../open-merges";
import { Suspects } from "../../suspects";
import { useMerges } from "../../use-merges";
import "../../imports.scss";

const isOpen = ({ state }: CarePointMerge): boolean => state === "proposed" || state === "confirmed";

/** 合并点位: what waits for a second person, what looks like one place, and what one finds by oneself. */
export default function MergesPage() {
  const office = useOffice();
  const { regionId, regionName } = office;
  const query = useMerges(regionId);
  useRefreshOnShow(query.refetch);
  return (
    <Page
      title={`合并点位 · ${regionName}`}
      lead={<Text className="words-quiet">同一处登记了两次，两个人看过再合并。</Text>}
      side={<ImportSide office={office} here="merges" />}
    >
      <Loaded query={query}>
        {({ merges, suspects }) => (
          <>
            <OpenMerges merges={merges.filter(isOpen)} />
            <Text className="words-title">可能是同一处</Text>
            <Suspects regionId={regionId} suspects={suspects} />
            <FindTwo regionId={regionId} />
            <DoneMerges merges={merges.filter(({ state }) => state === "merged")} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function DoneMerges({ merges }: { merges: readonly CarePointMerge[] }) {
  if (merges.length === 0) return null;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">已经合并的</Text>
        {merges.map(({ id, keep, gone, atLabel }) => (
          <Text key={id}>{`${atLabel}提出，“${gone.name}”并入“${keep.name}”`}</Text>
        ))}
      </View>
    </Card>
  );
}
