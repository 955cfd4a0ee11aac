import type { Me } from "@shared/domains/accounts/accounts.contract";
import { goTo } from "@miniapp/core/navigate";
import { toPassword } from "@miniapp/domains/accounts/routes";
import { toNetwork } from "@miniapp/domains/network/routes";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";

type Office = Me["offices"][number];

/** 工作台 of an office: the ways of somebody who answers for a region's network. */
export function OfficeRows({ office: { regionId } }: { office: Office }) {
  return (
    <Card isList>
      <RowLink icon="pin" text="服务网络" note="有什么、缺什么" onPress={() => goTo(toNetwork({ regionId }))} />
      <RowLink icon="key" text="改密码" onPress={() => goTo(toPassword())} />
    </Card>
  );
}
