import Taro from "@tarojs/taro";
import { useState } from "react";
import { goTo, replaceWith } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { switchTab } from "@miniapp/core/tabs";
import { toOfficeDesk } from "@miniapp/domains/care-point-records/routes";
import { toNetwork } from "@miniapp/domains/network/routes";
import { toReconciliation } from "@miniapp/domains/reconciliation/routes";
import { SideNav } from "@miniapp/ui/side-nav";
import { toBatch, toBuildOutProgress, toMealPoints, toTargets } from "./routes";
import { useOfficeKind } from "./use-office-kind";

/** From this width on the side is shown (side-nav.scss), CSS pixels; a phone asks nothing for it. */
const SHOWN_FROM = 1024;

type Here = "points" | "batch" | "targets" | "desk" | "reconciliation" | "other";

/** The ways of an office's workbench, at the left of a desktop: a county publishes, a city splits its target. */
export function OfficeSide({ office, here }: { office: Office; here: Here }) {
  const [isShown] = useState(() => Taro.getWindowInfo().windowWidth >= SHOWN_FROM);
  const { isCounty, isCity } = useOfficeKind(isShown ? office : null);
  const way = (page: Exclude<Here, "other">, text: string, address: string) => ({
    icon: wayIcons[page],
    text,
    isCurrent: here === page,
    onPress: () => (here === "other" ? goTo(address) : replaceWith(address)),
  });
  return (
    <SideNav
      place={office.regionName}
      ways={[
        way("desk", "核实和公布", toOfficeDesk(office)),
        way("points", "建设任务", toMealPoints(office)),
        ...(isCounty ? [way("batch", "公布一批", toBatch(office))] : []),
        ...(isCity ? [way("targets", "分解任务", toTargets(office))] : []),
        way("reconciliation", "对账", toReconciliation(office)),
        {
          icon: "text",
          text: "各县进度",
          isCurrent: false,
          onPress: () => goTo(toBuildOutProgress({ regionId: office.regionId })),
        },
        {
          icon: "home",
          text: "服务网络",
          isCurrent: false,
          onPress: () => goTo(toNetwork({ regionId: office.regionId })),
        },
        { icon: "person", text: "我的", isCurrent: false, onPress: () => switchTab("me") },
      ]}
    />
  );
}

const wayIcons = { desk: "info", points: "pin", batch: "check", targets: "calendar", reconciliation: "again" } as const;
