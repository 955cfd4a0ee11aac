import { Text } from "@tarojs/components";
import { useEffect } from "react";
import type { Resident } from "@shared/domains/accounts/accounts.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { SpokenCode } from "@miniapp/ui/spoken-code";
import { useIssueLoginCode } from "./use-residents";

interface IssuedCodeProps {
  readonly carePointId: string;
  readonly resident: Resident;
  readonly onClose: () => void;
}

/** Makes a code for one resident and shows it large, to be read out. */
export function IssuedCode({ carePointId, resident, onClose }: IssuedCodeProps) {
  const { mutate, data, error } = useIssueLoginCode();
  useEffect(() => mutate({ carePointId, residentId: resident.id }), [mutate, carePointId, resident.id]);
  return (
    <Sheet title={`${resident.preferredName}的登录码`} onClose={onClose}>
      <FormError error={error} />
      {data && (
        <>
          <SpokenCode code={data.code} />
          <Text className="words-quiet">{`${data.validMinutes} 分钟内有效，用一次就作废。`}</Text>
        </>
      )}
      <BigButton text="好了" onPress={onClose} />
    </Sheet>
  );
}
