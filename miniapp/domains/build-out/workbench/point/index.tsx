import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Timeline } from "@miniapp/ui/timeline";
import { dueWords, stateTones } from "../../copy";
import { OfficeSide } from "../../office-side";
import { PointActs } from "../../point-acts";
import { stateSentences, secondPersonWords, stepNote } from "../../point-copy";
import { PointFacts } from "../../point-facts";
import { SurveyForm } from "../../survey-form";
import { useMealPoint } from "../../use-meal-points";
import { useOffice } from "../../use-office";
import "../../build-out.scss";

/** One point: where it is on its way, what can be done now, what is known of it, and what happened so far. */
export default function MealPointPage() {
  const office = useOffice();
  const { mealPointId = "" } = useRouter().params;
  const query = useMealPoint(mealPointId);
  const [isSurveying, setIsSurveying] = useState(false);
  const { data } = query;
  return (
    <Page
      title={data?.name ?? "点位"}
      lead={data && <Text className="words-quiet">{`${data.countyName} ${data.placeName}`}</Text>}
      side={<OfficeSide office={office} here="other" />}
    >
      <Loaded query={query}>
        {(point) =>
          isSurveying ? (
            <SurveyForm point={point} onClose={() => setIsSurveying(false)} />
          ) : (
            <View className="build-point">
              <View className="build-column is-now">
                <PointState point={point} />
                <PointActs point={point} office={office} onSurvey={() => setIsSurveying(true)} />
              </View>
              <View className="build-column is-known">
                <PointFacts point={point} />
              </View>
              <View className="build-column is-past">
                <PointTimeline point={point} />
              </View>
            </View>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Where it stands, in a word and in a sentence, whose turn it is and until when. */
function PointState({ point }: { point: MealPoint }) {
  const { state, stateLabel, turnOf, isOverdue, firstYes } = point;
  const due = dueWords(point);
  return (
    <Card>
      <View className="stack">
        <View className="chips">
          <Chip tone={stateTones[state]} text={stateLabel} />
          {isOverdue && <Chip tone="danger" text="过期了" />}
        </View>
        <Text>{stateSentences[state]}</Text>
        {firstYes !== null && <Text>{secondPersonWords(point)}</Text>}
        {turnOf !== null && <Text className="words-quiet">{`该${turnOf}办${due === "" ? "" : `，${due}`}`}</Text>}
      </View>
    </Card>
  );
}

function PointTimeline({ point: { timeline } }: { point: MealPoint }) {
  const steps = timeline.map((row) => ({
    key: `${row.at}${row.text}`,
    text: row.text,
    note: stepNote(row),
    reason: row.reason,
  }));
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">办到哪一步了</Text>
        <Timeline label="经过" steps={steps} />
      </View>
    </Card>
  );
}
