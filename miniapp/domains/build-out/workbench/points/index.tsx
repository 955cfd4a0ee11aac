import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { goTo } from "@miniapp/core/navigate";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { BigButton } from "@miniapp/ui/big-button";
import { BottomBar } from "@miniapp/ui/bottom-bar";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { Page } from "@miniapp/ui/page";
import { OfficeFigures } from "../../office-figures";
import { OfficeSide } from "../../office-side";
import { OfficeWays } from "../../office-ways";
import { PointsBoard } from "../../points-board";
import { toProposal } from "../../routes";
import { StateFilter } from "../../state-filter";
import { useMealPoints } from "../../use-meal-points";
import { useOffice } from "../../use-office";
import { useOfficeKind } from "../../use-office-kind";
import "../../build-out.scss";

/** 建设任务: how far the office is, and its points with what each one waits for. */
export default function MealPointsPage() {
  const office = useOffice();
  const [state, setState] = useState<MealPointState | undefined>(undefined);
  const query = useMealPoints({ regionId: office.regionId, state });
  const { isCounty } = useOfficeKind(office);
  useRefreshOnShow(query.refetch);
  const report = <BigButton icon="pin" text="报一个新点位" onPress={() => goTo(toProposal(office))} />;
  return (
    <Page
      title={`建设任务 · ${office.regionName}`}
      lead={<Text className="words-quiet">助餐点从报上来到开餐，过期的在最前面。</Text>}
      side={<OfficeSide office={office} here="points" />}
      bottom={isCounty && <BottomBar>{report}</BottomBar>}
    >
      <OfficeFigures office={office} />
      {isCounty && <View className="build-desk">{report}</View>}
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <PointsBoard
              office={office}
              points={pages.flatMap(({ mealPoints }) => mealPoints)}
              filters={<StateFilter counts={pages[0]?.counts ?? []} state={state} onChange={setState} />}
            />
            <MoreButton query={query} />
          </>
        )}
      </Loaded>
      <OfficeWays office={office} />
    </Page>
  );
}
