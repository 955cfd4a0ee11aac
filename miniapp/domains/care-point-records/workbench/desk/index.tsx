import { Text, View } from "@tarojs/components";
import { useState, type ReactNode } from "react";
import { OfficeSide } from "@miniapp/domains/build-out/index";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { Page } from "@miniapp/ui/page";
import { EscalatedCorrections } from "../../escalated-corrections";
import { FindOfficeRecord } from "../../find-office-record";
import { OfficeRecordsList } from "../../office-records-list";
import { useOffice } from "../../use-office";
import { WaitingChanges } from "../../waiting-changes";
import { WaitingClaims } from "../../waiting-claims";

type Office = ReturnType<typeof useOffice>;

const LISTS = ["changes", "corrections", "claims", "overdue", "unmanaged", "withheld", "find"] as const;
type List = (typeof LISTS)[number];

const names: Readonly<Record<List, string>> = {
  changes: "待核实的修改",
  corrections: "过期没回的更正",
  claims: "认领",
  overdue: "很久没核对",
  unmanaged: "没有负责人",
  withheld: "没公布的",
  find: "找一处",
};

const shown: Readonly<Record<List, (office: Office) => ReactNode>> = {
  changes: (office) => <WaitingChanges office={office} />,
  corrections: ({ regionId }) => <EscalatedCorrections regionId={regionId} />,
  claims: ({ regionId }) => <WaitingClaims regionId={regionId} />,
  overdue: (office) => <OfficeRecordsList office={office} show="overdue" />,
  unmanaged: (office) => <OfficeRecordsList office={office} show="unmanaged" />,
  withheld: (office) => <OfficeRecordsList office={office} show="withheld" />,
  find: (office) => <FindOfficeRecord office={office} />,
};

/** 核实和公布: what waits for the office, one list at a time. */
export default function OfficeDeskPage() {
  const office = useOffice();
  const [list, setList] = useState<List>("changes");
  return (
    <Page
      title={`核实和公布 · ${office.regionName}`}
      lead={<Text className="words-quiet">先看等着回的，再看很久没核对的。</Text>}
      side={<OfficeSide office={office} here="desk" />}
    >
      <View className="filters">
        {LISTS.map((one) => (
          <FilterChip key={one} text={names[one]} isChosen={one === list} onPress={() => setList(one)} />
        ))}
      </View>
      {shown[list](office)}
    </Page>
  );
}
