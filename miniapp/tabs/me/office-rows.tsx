import type { Me } from "@shared/domains/accounts/accounts.contract";
import { goTo } from "@miniapp/core/navigate";
import { toPassword } from "@miniapp/domains/accounts/routes";
import { toMealPoints, toTargets } from "@miniapp/domains/build-out/routes";
import { toImports, toMerges } from "@miniapp/domains/care-point-imports/routes";
import { toOfficeDesk } from "@miniapp/domains/care-point-records/routes";
import { toNetwork } from "@miniapp/domains/network/routes";
import { toReconciliation } from "@miniapp/domains/reconciliation/routes";
import { useRegions } from "@miniapp/domains/regions/index";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";

type Office = Me["offices"][number];

/** 工作台 of an office: the ways of somebody who answers for a region's network. */
export function OfficeRows({ office }: { office: Office }) {
  const { regionId } = office;
  const isCity = useRegions(regionId).data?.path.length === 1;
  return (
    <Card isList>
      <RowLink
        icon="info"
        text="核实和公布"
        note="修改、更正、认领、很久没核对"
        onPress={() => goTo(toOfficeDesk(office))}
      />
      <RowLink icon="calendar" text="建设任务" note="助餐点从报上来到开餐" onPress={() => goTo(toMealPoints(office))} />
      {isCity && (
        <RowLink icon="text" text="分解任务" note="全市的任务分到各县" onPress={() => goTo(toTargets(office))} />
      )}
      <RowLink icon="text" text="导入和导出" note="一张表，许多点位" onPress={() => goTo(toImports(office))} />
      <RowLink icon="check" text="合并点位" note="同一处登记了两次" onPress={() => goTo(toMerges(office))} />
      <RowLink icon="pin" text="服务网络" note="有什么、缺什么" onPress={() => goTo(toNetwork({ regionId }))} />
      <RowLink icon="again" text="对账" note="省平台的数和我们的数" onPress={() => goTo(toReconciliation(office))} />
      <RowLink icon="key" text="改密码" onPress={() => goTo(toPassword())} />
    </Card>
  );
}
