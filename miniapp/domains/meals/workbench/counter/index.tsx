import { Text } from "@tarojs/components";
import { useSession } from "@miniapp/core/session";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { mealTitle } from "../../copy";
import { CounterBoard } from "../../counter-board";
import { CounterChoices } from "../../counter-choices";
import { sittingLine } from "../../counter-copy";
import { NotSignedIn } from "../../not-signed-in";
import { RosterSyncBar } from "../../roster-sync-bar";
import { useCounterSitting } from "../../use-counter-sitting";
import { useWorkplace } from "../../use-workplace";
import { WorkbenchSide } from "../../workbench-side";
import "../../counter.scss";

/** 工作台, 今天: what is handed out, to whom, and how much is left. */
export default function CounterPage() {
  const place = useWorkplace();
  const { carePointId, carePointName } = place;
  const actorId = useSession((session) => session.personId);
  const { query, sittings, sitting, day, setMeal } = useCounterSitting(carePointId);
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
              <CounterChoices place={place} day={day} meal={{ sittings, sitting, onChange: setMeal }} />
              {sitting && (
                <CounterBoard
                  key={sitting.menuId}
                  sitting={sitting}
                  actorId={actorId}
                  isToday={sitting.serviceDate === day.today}
                />
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
