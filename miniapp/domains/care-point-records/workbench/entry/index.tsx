import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useOffice } from "@miniapp/core/office";
import { OfficeSide } from "@miniapp/domains/build-out/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { OfficeEntry } from "../../office-entry";
import { useOfficeRecord } from "../../use-office-records";

/** One entry in the hands of its office: whether it is believed, whether it is published, what was done when. */
export default function OfficeEntryPage() {
  const office = useOffice();
  const { carePointId = "" } = useRouter().params;
  const query = useOfficeRecord(carePointId);
  const { data } = query;
  return (
    <Page
      title={data?.name ?? "照护点"}
      lead={data && <Text className="words-quiet">{data.address}</Text>}
      help={data}
      side={<OfficeSide office={office} here="other" />}
    >
      <Loaded query={query}>{(record) => <OfficeEntry record={record} />}</Loaded>
    </Page>
  );
}
