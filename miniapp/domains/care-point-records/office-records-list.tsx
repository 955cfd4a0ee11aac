import type { OfficeList, OfficeRecord } from "@shared/domains/care-point-records/office-records.contract";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { RowLink } from "@miniapp/ui/row-link";
import { Empty } from "@miniapp/ui/states";
import { entryNote } from "./office-words";
import { toOfficeEntry } from "./routes";
import { useOfficeRecords } from "./use-office-records";

const nothing: Readonly<Record<OfficeList, { readonly title: string; readonly text: string }>> = {
  overdue: { title: "都核对过了", text: "每一处的资料都在期限里。" },
  unmanaged: { title: "每一处都有负责人", text: "没有负责人的地方，会列在这里。" },
  withheld: { title: "都公布着", text: "停止公布的地方，会列在这里。" },
};

/** Entries of the district, longest unchecked first. */
export function OfficeRecordsList({ office, show }: { office: Office; show: OfficeList }) {
  const query = useOfficeRecords({ regionId: office.regionId, show });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const records = pages.flatMap((page) => page.records);
        if (records.length === 0) return <Empty {...nothing[show]} />;
        return (
          <>
            <RecordRows office={office} records={records} />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

export function RecordRows({ office, records }: { office: Office; records: readonly OfficeRecord[] }) {
  return (
    <Card isList>
      {records.map((record) => (
        <RowLink
          key={record.carePointId}
          icon="home"
          text={record.name}
          note={entryNote(record)}
          onPress={() => goTo(toOfficeEntry(office, record.carePointId))}
        />
      ))}
    </Card>
  );
}
