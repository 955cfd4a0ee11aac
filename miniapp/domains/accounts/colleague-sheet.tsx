import { Text } from "@tarojs/components";
import { useState } from "react";
import type { StaffMember } from "@shared/domains/accounts/staff.contract";
import { staffRoles, type StaffRole } from "@shared/core/roles";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useChangeStaffRole, useRemoveStaff } from "./use-staff";

interface ColleagueSheetProps {
  readonly carePointId: string;
  readonly colleague: StaffMember;
  readonly onClose: () => void;
}

const otherRole = (role: StaffRole): StaffRole =>
  role === "care_point_manager" ? "care_point_staff" : "care_point_manager";

/** What a manager does with a colleague, each in two steps: choose, and confirm what follows from it. */
export function ColleagueSheet({ carePointId, colleague, onClose }: ColleagueSheetProps) {
  const [step, setStep] = useState<"choose" | "change" | "remove">("choose");
  const change = useChangeStaffRole();
  const remove = useRemoveStaff();
  const { personId, preferredName } = colleague;
  const role = otherRole(colleague.role);
  const done = { onSuccess: onClose };
  if (step === "change") {
    return (
      <Sheet title={`把${preferredName}改成${staffRoles[role].label}？`} onClose={onClose}>
        <Text>{`${preferredName}要重新登录，才能用新的角色做事。`}</Text>
        <FormError error={change.error} />
        <BigButton
          text="改"
          isBusy={change.isPending}
          onPress={() => change.mutate({ carePointId, personId, role }, done)}
        />
        <BigButton kind="quiet" text="不改" onPress={onClose} />
      </Sheet>
    );
  }
  if (step === "remove") {
    return (
      <Sheet title={`让${preferredName}离开？`} onClose={onClose}>
        <Text>{`${preferredName}马上退出登录，不能再用工作台。以后要回来，再请一次就行。`}</Text>
        <FormError error={remove.error} />
        <BigButton
          kind="danger"
          text="不再在这里工作"
          isBusy={remove.isPending}
          onPress={() => remove.mutate({ carePointId, personId }, done)}
        />
        <BigButton kind="quiet" text="先不" onPress={onClose} />
      </Sheet>
    );
  }
  return (
    <Sheet title={preferredName} onClose={onClose}>
      <BigButton kind="second" text={`改成${staffRoles[role].label}`} onPress={() => setStep("change")} />
      <BigButton kind="danger" text="不再在这里工作" onPress={() => setStep("remove")} />
      <BigButton kind="quiet" text="关上" onPress={onClose} />
    </Sheet>
  );
}
