import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { canPrint, printPage } from "@miniapp/core/print";
import { BigButton } from "@miniapp/ui/big-button";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Segmented } from "@miniapp/ui/segmented";
import { Empty } from "@miniapp/ui/states";
import { RosterPaper, type PaperKind } from "../../roster-paper";
import { useCounterDay } from "../../use-counter-day";
import { useWorkplace } from "../../use-workplace";
import { WorkbenchSide } from "../../workbench-side";
import "../../roster-paper.scss";

const KINDS = [
  { value: "list", text: "名单" },
  { value: "slips", text: "餐条" },
] as const;

/** A day's rosters, or slips for the bags, on A4; each sitting begins a page. */
export default function RosterPrintPage() {
  const place = useWorkplace();
  const { carePointId, carePointName } = place;
  const { serviceDate = "" } = useRouter().params;
  const [kind, setKind] = useState<PaperKind>("list");
  const query = useCounterDay({ carePointId, serviceDate });
  return (
    <Page title={`打印 · ${carePointName}`} side={<WorkbenchSide place={place} here="roster-print" />} isPaper>
      <View className="paper-tools stack">
        <Segmented label="打印什么" options={KINDS} value={kind} onChange={setKind} />
        {canPrint() && <BigButton icon="print" text="打印" onPress={printPage} />}
      </View>
      <Loaded query={query}>
        {(sittings) =>
          sittings.length === 0 ? (
            <Empty title="这一天没有排菜单" text="没有可打印的。" />
          ) : (
            sittings.map((sitting) => (
              <RosterPaper key={sitting.menuId} carePointName={carePointName} sitting={sitting} kind={kind} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
