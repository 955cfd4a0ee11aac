import type { Me } from "@shared/domains/accounts/accounts.contract";
import { goTo } from "@miniapp/core/navigate";
import { toLoginCodes, toPassword, toStaff } from "@miniapp/domains/accounts/routes";
import { RecordRow } from "@miniapp/domains/care-point-records/index";
import { toInviteFor } from "@miniapp/domains/family/routes";
import { toCounter, toMenuWeek, toPhoneOrder } from "@miniapp/domains/meals/routes";
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
      <RowLink icon="phone" text="电话订餐" note="替打电话来的人订" onPress={() => goTo(toPhoneOrder(place))} />
      {place.isManager && (
        <RowLink icon="calendar" text="菜单" note="排菜单、停一天" onPress={() => goTo(toMenuWeek(place))} />
      )}
      <RowLink icon="clock" text="要打的电话" note="微信通知不到的人" onPress={() => goTo(toCalls({ carePointId }))} />
      <RowLink
        icon="person"
        text="家人邀请码"
        note="替到场的老人做"
        onPress={() => goTo(toInviteFor({ carePointId }))}
      />
      <RecordRow {...place} />
      {place.isManager && (
        <RowLink icon="person" text="人员" note="请同事、改角色" onPress={() => goTo(toStaff({ carePointId }))} />
      )}
      <RowLink icon="key" text="改密码" onPress={() => goTo(toPassword())} />
      <RowLink icon="key" text="登录码" note="给不用微信的人" onPress={() => goTo(toLoginCodes())} />
    </Card>
  );
}
