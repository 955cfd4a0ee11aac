import { Text } from "@tarojs/components";
import { useState } from "react";
import { addDays, businessDay } from "@shared/core/dates";
import { serverNow } from "@miniapp/core/server-clock";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Segmented } from "@miniapp/ui/segmented";
import { DishList } from "../../dish-list";
import { MenuWeekPlanner } from "../../menu-week-planner";
import { useMenuWeek } from "../../use-menu-week";
import { useWorkplace } from "../../use-workplace";
import { WorkbenchSide } from "../../workbench-side";
import "../../menu-week.scss";

const PARTS = [
  { value: "0", text: "这一周" },
  { value: "7", text: "下一周" },
  { value: "dishes", text: "菜" },
] as const;
type Part = (typeof PARTS)[number]["value"];

/** 工作台, 菜单: a week of meals, and the dishes they are made of. */
export default function MenuWeekPage() {
  const place = useWorkplace();
  const { carePointId, carePointName } = place;
  const today = businessDay(serverNow());
  const [part, setPart] = useState<Part>("0");
  const query = useMenuWeek({ carePointId, weekOf: addDays(today, part === "7" ? 7 : 0) });
  return (
    <Page
      title={`菜单 · ${carePointName}`}
      lead={<Text className="words-quiet">排好就能订。停了的，订了的人都会收到通知。</Text>}
      side={<WorkbenchSide place={place} here="menu-week" />}
    >
      <Segmented label="看什么" options={PARTS} value={part} onChange={setPart} />
      <Loaded query={query}>
        {({ weekOf, days, dishList }) =>
          part === "dishes" ? (
            <DishList carePointId={carePointId} dishes={dishList} />
          ) : (
            <MenuWeekPlanner key={part} {...{ carePointId, weekOf, today, days, dishList }} />
          )
        }
      </Loaded>
    </Page>
  );
}
