import { Text } from "@tarojs/components";
import { useState } from "react";
import { businessDay } from "@shared/core/dates";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { serverNow } from "@miniapp/core/server-clock";
import { useSession } from "@miniapp/core/session";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { mealTitle } from "../../copy";
import { CounterBoard } from "../../counter-board";
import { CounterChoices } from "../../counter-choices";
import { sittingLine, sittingNow } from "../../counter-copy";
import { NotSignedIn } from "../../not-signed-in";
import { RosterSyncBar } from "../../roster-sync-bar";
import { useCounterDay } from "../../use-counter-day";
import { useWorkplace } from "../../use-workplace";
import { WorkbenchSide } from "../../workbench-side";
import "../../counter.scss";

/** 工作台, 今天: what is handed out, to whom, and how much is left. */
export default function CounterPage() {
  const place = useWorkplace();
  const { carePointId, carePointName } = place;
  const actorId = useSession((session) => session.personId);
  const today = businessDay(serverNow());
  const [serviceDate, setServiceDate] = useState(today);
  const [meal, setMeal] = useState<Meal | null>(null);
  const query = useCounterDay({ carePointId, serviceDate });
  useRefreshOnShow(query.refetch);
  const sittings = query.data ?? [];
  const sitting = sittings.find((one) => one.meal === meal) ?? sittingNow(sittings, serverNow());
  return (
    <Page
      title={`${sitting ? mealTitle(sitting) : "工作台"} · ${carePointName}`}
      lead={sitting && <Text className="words-quiet">{sittingLine(sitting)}</Text>}
      side={<WorkbenchSide place={place} here="counter" />}
      offline={actorId === null ? undefined : <RosterSyncBar carePointId={carePointId} actorId={actorId} />}
    >
      {actorId === null ? (
        <NotSignedIn />
      ) : (
        <Loaded query={query}>
          {() => (
            <>
              <CounterChoices
                place={place}
                day={{ today, serviceDate, onChange: setServiceDate }}
                meal={{ sittings, sitting, onChange: setMeal }}
              />
              {sitting && (
                <CounterBoard
                  key={sitting.menuId}
                  sitting={sitting}
                  actorId={actorId}
                  isToday={sitting.serviceDate === today}
                />
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
