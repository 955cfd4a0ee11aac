import { useState } from "react";
import { PREFERRED_NAME_MAX } from "@shared/domains/accounts/accounts.contract";
import { staffRoles, type StaffRole } from "@shared/core/roles";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { InvitationSheet } from "@miniapp/ui/invitation-sheet";
import { Segmented } from "@miniapp/ui/segmented";
import { Sheet } from "@miniapp/ui/sheet";
import { useInviteStaff } from "./use-staff";

const ROLES = (Object.keys(staffRoles) as StaffRole[]).map((value) => ({ value, text: staffRoles[value].label }));

interface InviteColleagueProps {
  readonly carePointId: string;
  readonly onClose: () => void;
}

/** Asks for a new colleague's name and role; then shows the code with which she chooses her password. */
export function InviteColleague({ carePointId, onClose }: InviteColleagueProps) {
  const [preferredName, setPreferredName] = useState("");
  const [loginName, setLoginName] = useState("");
  const [role, setRole] = useState<StaffRole>("care_point_staff");
  const invite = useInviteStaff();
  if (invite.data) return <Invited name={preferredName} {...invite.data} loginName={loginName} onClose={onClose} />;
  return (
    <Sheet title="请新同事" onClose={() => invite.isPending || onClose()}>
      <Field label="称呼" maxLength={PREFERRED_NAME_MAX} value={preferredName} onChange={setPreferredName} />
      <Field label="登录名" hint="拼音就行，登录时要输" maxLength={30} value={loginName} onChange={setLoginName} />
      <Segmented label="角色" options={ROLES} value={role} onChange={setRole} />
      <FormError error={invite.error} />
      <BigButton
        text="给邀请码"
        isDisabled={preferredName.trim() === "" || loginName.trim() === ""}
        isBusy={invite.isPending}
        onPress={() => invite.mutate({ carePointId, preferredName, loginName, role })}
      />
    </Sheet>
  );
}

interface InvitedProps {
  readonly name: string;
  readonly loginName: string;
  readonly code: string;
  readonly onClose: () => void;
}

function Invited({ name, loginName, code, onClose }: InvitedProps) {
  return (
    <InvitationSheet
      name={name}
      code={code}
      text={`请${name}在“工作人员登录”里点“第一次来”，输登录名 ${loginName} 和这个码，自己设密码。`}
      note="一天内有效，用一次就作废。"
      button="好了"
      onClose={onClose}
    />
  );
}
