import { goTo } from "@miniapp/core/navigate";
import { switchTab } from "@miniapp/core/tabs";
import { Segmented } from "@miniapp/ui/segmented";
import { toCarePointMap } from "./routes";

const VIEWS = [
  { value: "list", text: "列表" },
  { value: "map", text: "地图" },
] as const;

/** The same care points as a list or on a map. */
export function ViewSwitch({ current }: { current: "list" | "map" }) {
  const show = (view: "list" | "map") => {
    if (view === current) return;
    if (view === "map") goTo(toCarePointMap());
    else switchTab("nearby");
  };
  return <Segmented label="怎么看" options={VIEWS} value={current} onChange={show} />;
}
