import { Text, View } from "@tarojs/components";
import { canBeWide } from "@miniapp/core/can-be-wide";
import { goTo } from "@miniapp/core/navigate";
import { useOffice } from "@miniapp/core/office";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { BigButton } from "@miniapp/ui/big-button";
import { BottomBar } from "@miniapp/ui/bottom-bar";
import { Page } from "@miniapp/ui/page";
import { OfficeFigures } from "../../office-figures";
import { OfficePoints } from "../../office-points";
import { OfficeSide } from "../../office-side";
import { OfficeWays } from "../../office-ways";
import { toProposal } from "../../routes";
import { useOfficeKind } from "../../use-office-kind";
import "../../build-out.scss";

/** 建设任务: how far the office is, and its points with what each one waits for. */
export default function MealPointsPage() {
  const office = useOffice();
  const { isCounty, isKnown } = useOfficeKind(office);
  // How far the office is stands above the list: what came above it later would push away the row that one is about to tap.
  const isAsked = useIsDrawn(isKnown);
  const report = <BigButton icon="pin" text="报一个新点位" onPress={() => goTo(toProposal(office))} />;
  return (
    <Page
      title={`建设任务 · ${office.regionName}`}
      lead={<Text className="words-quiet">助餐点从报上来到开餐，过期的在最前面。</Text>}
      side={<OfficeSide office={office} here="points" />}
      bottom={
        isCounty && (
          <View className="build-phone">
            <BottomBar>{report}</BottomBar>
          </View>
        )
      }
    >
      <OfficeFigures office={office} />
      {canBeWide && isCounty && <View className="build-desk">{report}</View>}
      <OfficePoints office={office} isAsked={isAsked} />
      <OfficeWays office={office} />
    </Page>
  );
}
