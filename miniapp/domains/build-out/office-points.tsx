import { useState } from "react";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { Office } from "@miniapp/core/office";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { PointsBoard } from "./points-board";
import { StateFilter } from "./state-filter";
import { useMealPoints } from "./use-meal-points";

/** The office's points, all of them or those in one state; asked for again when one comes back from a point. */
export function OfficePoints({ office, isAsked }: { office: Office; isAsked: boolean }) {
  const [state, setState] = useState<MealPointState | undefined>(undefined);
  const query = useMealPoints({ regionId: office.regionId, state, isAsked });
  useRefreshOnShow(query.refetch);
  return (
    <Loaded query={query} what="点位">
      {({ pages }) => (
        <>
          <PointsBoard
            office={office}
            points={pages.flatMap(({ mealPoints }) => mealPoints)}
            filters={<StateFilter counts={pages[0]?.counts ?? []} state={state} onChange={setState} />}
          />
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  );
}
