import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { useOffice } from "@miniapp/core/office";
import { SurveyPhotos } from "@miniapp/domains/care-point-photos/index";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { OfficeSide } from "../../office-side";
import { PointActs } from "../../point-acts";
import { PointFacts } from "../../point-facts";
import { PointState, PointTimeline } from "../../point-state";
import { SurveyForm } from "../../survey-form";
import { useMealPoint } from "../../use-meal-points";
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
                {office.regionId === point.countyId && (
                  <Card>
                    <View className="stack">
                      <Text className="words-title">摸排的照片</Text>
                      <SurveyPhotos regionId={point.countyId} mealPointId={point.id} />
                    </View>
                  </Card>
                )}
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
