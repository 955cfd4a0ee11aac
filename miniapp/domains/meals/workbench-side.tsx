import { goTo, replaceWith } from "@miniapp/core/navigate";
import { switchTab } from "@miniapp/core/tabs";
import { toRecord } from "@miniapp/domains/care-point-records/routes";
import { toLoginCodes } from "@miniapp/domains/accounts/routes";
import { toCalls } from "@miniapp/domains/notices/routes";
import { SideNav } from "@miniapp/ui/side-nav";
import { toCounter, toMenuWeek, toPhoneOrder, type Workplace } from "./routes";

type Here = "counter" | "phone-order" | "menu-week" | "roster-print" | "record";

/** The workbench's ways, at the left of a desktop. */
export function WorkbenchSide({ place, here }: { place: Workplace; here: Here }) {
  const { carePointId, carePointName, isManager } = place;
  const menuWeek = {
    icon: "calendar" as const,
    text: "菜单",
    isCurrent: here === "menu-week",
    onPress: () => replaceWith(toMenuWeek(place)),
  };
  return (
    <SideNav
      place={carePointName}
      ways={[
        { icon: "bowl", text: "今天", isCurrent: here === "counter", onPress: () => replaceWith(toCounter(place)) },
        {
          icon: "phone",
          text: "电话订餐",
          isCurrent: here === "phone-order",
          onPress: () => replaceWith(toPhoneOrder(place)),
        },
        ...(isManager ? [menuWeek] : []),
        { icon: "info", text: "点位资料", isCurrent: here === "record", onPress: () => replaceWith(toRecord(place)) },
        { icon: "clock", text: "要打的电话", isCurrent: false, onPress: () => goTo(toCalls({ carePointId })) },
        { icon: "key", text: "登录码", isCurrent: false, onPress: () => goTo(toLoginCodes()) },
        { icon: "person", text: "我的", isCurrent: false, onPress: () => switchTab("me") },
      ]}
    />
  );
}
