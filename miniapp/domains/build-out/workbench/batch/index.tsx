import { Text } from "@tarojs/components";
import { useOffice } from "@miniapp/core/office";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { Page } from "@miniapp/ui/page";
import { BatchForm } from "../../batch-form";
import { BatchesBefore } from "../../batches-before";
import { batchNameOf } from "../../copy";
import { OfficeSide } from "../../office-side";
import { useBatches } from "../../use-batches";
import { useMealPoints } from "../../use-meal-points";
import "../../build-out.scss";

/** 公布一批: plated points become public together, under one name. */
export default function BatchPage() {
  const office = useOffice();
  const query = useMealPoints({ regionId: office.regionId, state: "plated" });
  // How the batches before were called is asked for once there is something to choose from.
  const { data, isPending } = useBatches(office.regionId, useIsDrawn(query.data !== undefined));
  const before = data?.batches ?? [];
  const usualName = data ? batchNameOf(before.length + 1) : isPending ? null : "";
  return (
    <Page
      title={`公布一批 · ${office.regionName}`}
      lead={<Text className="words-quiet">挂好牌的，选好一起对外公布。</Text>}
      side={<OfficeSide office={office} here="batch" />}
    >
      <Loaded query={query}>
        {({ pages }) => (
          <BatchForm office={office} points={pages.flatMap(({ mealPoints }) => mealPoints)} usualName={usualName}>
            <MoreButton query={query} />
          </BatchForm>
        )}
      </Loaded>
      {query.data && <BatchesBefore batches={before} />}
    </Page>
  );
}
