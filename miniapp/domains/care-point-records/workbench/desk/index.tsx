import { Text, View } from "@tarojs/components";
import { useState, type ReactNode } from "react";
import { type Office, useOffice } from "@miniapp/core/office";
import { OfficeSide } from "@miniapp/domains/build-out/index";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { Page } from "@miniapp/ui/page";
import { EscalatedCorrections } from "../../escalated-corrections";
import { FindOfficeRecord } from "../../find-office-record";
import { OfficeRecordsList } from "../../office-records-list";
import { WaitingChanges } from "../../waiting-changes";
import { WaitingClaims } from "../../waiting-claims";

const LISTS = ["changes", "corrections", "claims", "overdue", "unmanaged", "withheld", "find"] as const;
type List = (typeof LISTS)[number];

const names: Readonly<Record<List, { readonly short: string; readonly whole: string }>> = {
  changes: { short: "修改", whole: "待核实的修改" },
  corrections: { short: "更正", whole: "过期没回的更正" },
  claims: { short: "认领", whole: "等着核实的认领" },
  overdue: { short: "很久没核对", whole: "很久没核对，最久的在前面" },
  unmanaged: { short: "没有负责人", whole: "没有负责人的地方" },
  withheld: { short: "没公布", whole: "没有公布的地方" },
  find: { short: "找一处", whole: "按名字找一处" },
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
      title="核实和公布"
      lead={<Text className="words-title">{office.regionName}</Text>}
      side={<OfficeSide office={office} here="desk" />}
    >
      <View className="filters">
        {LISTS.map((one) => (
          <FilterChip key={one} text={names[one].short} isChosen={one === list} onPress={() => setList(one)} />
        ))}
      </View>
      <Text className="words-title">{names[list].whole}</Text>
      {shown[list](office)}
    </Page>
  );
}
