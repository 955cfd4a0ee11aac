import type { Me } from "@shared/domains/accounts/accounts.contract";
import { goTo } from "@miniapp/core/navigate";
import { toLoginCodes } from "@miniapp/domains/accounts/routes";
import { toCounter, toMenuWeek } from "@miniapp/domains/meals/routes";
import { toCalls } from "@miniapp/domains/notices/routes";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";

type Membership = Me["memberships"][number];

/** 工作台: the ways of somebody who works at a care point. */
export function WorkbenchRows({ membership }: { membership: Membership }) {
  const { carePointId, carePointName, role } = membership;
  const place = { carePointId, carePointName, isManager: role === "care_point_manager" };
  return (
    <Card isList>
      <RowLink icon="bowl" text="今天" note="核餐、名单、份数" onPress={() => goTo(toCounter(place))} />
      {place.isManager && (
        <RowLink icon="calendar" text="菜单" note="排菜单、停一天" onPress={() => goTo(toMenuWeek(place))} />
      )}
      <RowLink icon="phone" text="要打的电话" note="微信通知不到的人" onPress={() => goTo(toCalls({ carePointId }))} />
      <RowLink icon="key" text="登录码" note="给不用微信的人" onPress={() => goTo(toLoginCodes())} />
    </Card>
  );
}
