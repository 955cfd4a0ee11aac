import type { Me } from "@shared/domains/accounts/accounts.contract";
import { OfficeRows } from "./office-rows";
import { WorkbenchRows } from "./workbench-rows";

/** One 工作台 for each place and office somebody works at. */
export function Workbenches({ me: { memberships, offices } }: { me: Me }) {
  return (
    <>
      {memberships.map((membership) => (
        <WorkbenchRows key={membership.carePointId} membership={membership} />
      ))}
      {offices.map((office) => (
        <OfficeRows key={office.regionId} office={office} />
      ))}
    </>
  );
}
