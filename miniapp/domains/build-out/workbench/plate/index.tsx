import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useOffice } from "@miniapp/core/office";
import { canPrint, printPage } from "@miniapp/core/print";
import { BigButton } from "@miniapp/ui/big-button";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { OfficeSide } from "../../office-side";
import { PlateSheet } from "../../plate-sheet";
import { usePlate } from "../../use-plate";
import "../../plate-sheet.scss";

/** A plaque's sheet on A4: its number, its name, and the code that leads to its page. */
export default function PlatePage() {
  const office = useOffice();
  const { mealPointId = "" } = useRouter().params;
  const query = usePlate(mealPointId);
  return (
    <Page
      title="挂牌单"
      lead={<Text className="words-quiet">一张一页，打印出来贴在门口。</Text>}
      side={<OfficeSide office={office} here="other" />}
      isPaper
    >
      {canPrint() && (
        <View className="paper-tools">
          <BigButton icon="print" text="打印" onPress={printPage} />
        </View>
      )}
      <Loaded query={query}>{(plate) => <PlateSheet plate={plate} />}</Loaded>
    </Page>
  );
}
