import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { canBeWide } from "@miniapp/core/can-be-wide";
import { useOffice } from "@miniapp/core/office";
import { BottomBar } from "@miniapp/ui/bottom-bar";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { ApplyButton } from "../../apply-button";
import { ApplySheet } from "../../apply-sheet";
import { plainName } from "../../copy";
import { ImportReview } from "../../import-review";
import { ImportSide } from "../../import-side";
import { useImport } from "../../use-imports";
import "../../imports.scss";

/** 核对结果: what was found in a file, and whether it is to be applied. */
export default function ImportPage() {
  const office = useOffice();
  const { importId = "" } = useRouter().params;
  const query = useImport(importId);
  const [isAsking, setIsAsking] = useState(false);
  const batch = query.data;
  const toApply = batch?.state === "checked" ? batch : undefined;
  const button = toApply && <ApplyButton batch={toApply} onPress={() => setIsAsking(true)} />;
  return (
    <Page
      title={batch?.state === "done" ? "导入结果" : "核对结果"}
      lead={<Text className="words-quiet">{plainName(batch?.fileName ?? "")}</Text>}
      side={<ImportSide office={office} here="import" />}
      bottom={
        button && (
          <View className="import-phone">
            <BottomBar>{button}</BottomBar>
          </View>
        )
      }
    >
      <Loaded query={query}>
        {(found) => <ImportReview batch={found} act={canBeWide && <View className="import-desk">{button}</View>} />}
      </Loaded>
      {isAsking && toApply && <ApplySheet batch={toApply} onClose={() => setIsAsking(false)} />}
    </Page>
  );
}
