import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useOffice } from "@miniapp/core/office";
import { OfficeSide } from "@miniapp/domains/build-out/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { ReconciliationReport } from "../../reconciliation-report";
import { useReconciliation } from "../../use-reconciliation";
import "../../reconciliation.scss";

/** 对账: what the province's platform has, beside what is registered here. */
export default function ReconciliationPage() {
  const office = useOffice();
  const { countyId, countyName } = useRouter().params;
  const query = useReconciliation(countyId ?? office.regionId);
  return (
    <Page
      title={`对账 · ${countyName === undefined ? office.regionName : decodeURIComponent(countyName)}`}
      lead={<Text className="words-quiet">省平台的数和我们的数，差在哪里。</Text>}
      side={<OfficeSide office={office} here="reconciliation" />}
      isPaper
    >
      <Loaded query={query}>{(report) => <ReconciliationReport office={office} report={report} />}</Loaded>
    </Page>
  );
}
