import { goTo } from "@miniapp/core/navigate";
import { toStaffSignIn } from "@miniapp/domains/accounts/routes";
import { Empty } from "@miniapp/ui/states";

/** The workbench's answer to somebody whose session has ended; what was noted down on this device stays. */
export function NotSignedIn() {
  return (
    <Empty
      title="请先登录"
      text="这里是工作人员用的。记下还没报的，登录后自动报上去。"
      action={{ text: "去登录", onPress: () => goTo(toStaffSignIn()) }}
    />
  );
}
