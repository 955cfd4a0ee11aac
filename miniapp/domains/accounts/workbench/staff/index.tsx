import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { StaffMember } from "@shared/domains/accounts/staff.contract";
import { staffRoles } from "@shared/core/roles";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { ColleagueSheet } from "../../colleague-sheet";
import { InviteColleague } from "../../invite-colleague";
import { useStaff } from "../../use-staff";

/** "负责人 · 登录名 liujie · 还没来过". */
const noteOf = ({ role, loginName, isInvited, isMe }: StaffMember): string =>
  [staffRoles[role].label, `登录名 ${loginName}`, ...(isInvited ? ["还没来过"] : []), ...(isMe ? ["就是您"] : [])].join(
    " · ",
  );

export default function StaffPage() {
  const { carePointId = "" } = useRouter().params;
  const query = useStaff(carePointId);
  const [chosen, setChosen] = useState<StaffMember | null>(null);
  const [isInviting, setIsInviting] = useState(false);
  return (
    <Page title="人员" lead={<Text className="words-quiet">谁在这里做事，谁能进工作台。</Text>}>
      <Loaded query={query}>
        {({ staff }) => (
          <Card isList>
            {staff.map((member) => (
              <RowLink
                key={member.personId}
                icon="person"
                text={member.preferredName}
                note={noteOf(member)}
                onPress={() => member.isMe || setChosen(member)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      <BigButton text="请新同事" onPress={() => setIsInviting(true)} />
      {chosen && <ColleagueSheet carePointId={carePointId} colleague={chosen} onClose={() => setChosen(null)} />}
      {isInviting && <InviteColleague carePointId={carePointId} onClose={() => setIsInviting(false)} />}
    </Page>
  );
}
