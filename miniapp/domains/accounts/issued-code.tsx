import { Text } from "@tarojs/components";
import { useEffect } from "react";
import type { Resident } from "@shared/domains/accounts/accounts.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { digitByDigit } from "@miniapp/ui/code-card";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { useIssueLoginCode } from "./use-residents";
import "./issued-code.scss";

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
          <Text className="issued-code" aria-label={digitByDigit(data.code)}>
            {`${data.code.slice(0, 4)} ${data.code.slice(4)}`}
          </Text>
          <Text className="words-quiet">{`${data.validMinutes} 分钟内有效，用一次就作废。`}</Text>
        </>
      )}
      <BigButton text="好了" onPress={onClose} />
    </Sheet>
  );
}
