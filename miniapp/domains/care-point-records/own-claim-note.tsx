import { Empty } from "@miniapp/ui/states";
import type { useOwnClaim } from "./use-claims";

export type OwnClaimState = NonNullable<ReturnType<typeof useOwnClaim>["data"]>;

/** How it stands with a place that is not to be claimed now. */
export function OwnClaimNote({ own: { isManaged, officeName, claim } }: { own: OwnClaimState }) {
  if (claim?.state === "open")
    return <Empty title="收到了，等核实" text={`${officeName}会打电话给您，最晚${claim.dueLabel}回音。`} />;
  if (claim?.state === "approved" && !isManaged)
    return (
      <Empty
        title="同意了"
        text={`${officeName}会打电话告诉您登录名和邀请码。在“工作人员登录”里点“第一次来”，自己设密码。`}
      />
    );
  return <Empty title="这里已经有负责人了" text={`有疑问，请打电话问${officeName}。`} />;
}
