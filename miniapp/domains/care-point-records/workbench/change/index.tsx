import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { useOffice } from "@miniapp/core/office";
import { OfficeSide } from "@miniapp/domains/build-out/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { OfficeChange } from "../../office-change";
import { useOfficeChanges } from "../../use-record-changes";

/** One proposed change: what stands there beside what is wished, and the office's answer. */
export default function OfficeChangePage() {
  const office = useOffice();
  const { changeId = "" } = useRouter().params;
  const query = useOfficeChanges(office.regionId);
  const change = query.data?.changes.find(({ id }) => id === changeId);
  return (
    <Page
      title={change ? `改${changeWords[change.what]}` : "修改"}
      lead={change && <Text className="words-title">{change.carePointName}</Text>}
      side={<OfficeSide office={office} here="other" />}
    >
      <Loaded query={query}>
        {() =>
          change ? <OfficeChange change={change} /> : <Empty title="这一项已经回过了" text="返回去看还有没有别的。" />
        }
      </Loaded>
    </Page>
  );
}
