import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { switchTab } from "@miniapp/core/tabs";
import { toNetwork } from "@miniapp/domains/network/routes";
import { SideNav } from "@miniapp/ui/side-nav";
import { toImports, toMerges } from "./routes";

/** An office's ways beside its lists, at the left of a desktop. */
export function ImportSide({ office, here }: { office: Office; here: "imports" | "import" | "merges" }) {
  return (
    <SideNav
      place={office.regionName}
      ways={[
        {
          icon: "text",
          text: "导入和导出",
          isCurrent: here === "imports",
          onPress: () => goTo(toImports(office)),
        },
        {
          icon: "pin",
          text: "合并点位",
          isCurrent: here === "merges",
          onPress: () => goTo(toMerges(office)),
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
