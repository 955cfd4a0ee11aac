import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { ApplyBar } from "../../apply-bar";
import { plainName } from "../../copy";
import { ImportReview } from "../../import-review";
import { ImportSide } from "../../import-side";
import { useImport } from "../../use-imports";
import { useOffice } from "../../use-office";
import "../../imports.scss";

/** 核对结果: what was found in a file, and whether it is to be applied. */
export default function ImportPage() {
  const office = useOffice();
  const { importId = "" } = useRouter().params;
  const query = useImport(importId);
  const batch = query.data;
  return (
    <Page
      title={batch?.state === "done" ? "导入结果" : "核对结果"}
      lead={<Text className="words-quiet">{plainName(batch?.fileName ?? "")}</Text>}
      side={<ImportSide office={office} here="import" />}
      bottom={batch?.state === "checked" ? <ApplyBar batch={batch} /> : undefined}
    >
      <Loaded query={query}>{(found) => <ImportReview batch={found} />}</Loaded>
    </Page>
  );
}
