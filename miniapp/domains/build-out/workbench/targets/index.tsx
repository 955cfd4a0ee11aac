import { Text } from "@tarojs/components";
import { useOffice } from "@miniapp/core/office";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { CountyRanking } from "../../county-ranking";
import { OfficeSide } from "../../office-side";
import { SplitForm } from "../../split-form";
import { SplitsBefore } from "../../splits-before";
import { useProgress } from "../../use-progress";
import "../../build-out.scss";

/** 分解任务: the city's target split to its counties, who is how far, and how it was split before. */
export default function TargetsPage() {
  const office = useOffice();
  const query = useProgress(office.regionId);
  return (
    <Page
      title={`分解任务 · ${office.regionName}`}
      lead={<Text className="words-quiet">各县加起来，要正好等于全市的任务。</Text>}
      side={<OfficeSide office={office} here="targets" />}
    >
      <Loaded query={query}>
        {(progress) =>
          progress.target === null || !progress.abilities.split ? (
            <Empty title="这里没有要分解的任务" text="没有公布要建多少个，或者不归这里分。" />
          ) : (
            <>
              <SplitForm progress={progress} total={progress.target.value} />
              <CountyRanking progress={progress} />
              <SplitsBefore splits={progress.splits} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
