import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { Loaded } from "@miniapp/ui/loaded";
import { PhotoKeeper } from "./photo-keeper";
import { useAddSurveyPhoto, useRemoveSurveyPhoto, useSurveyPhotos, type Surveyed } from "./use-survey-photos";

/** The pictures of a survey, for the office that surveys: asked for once what is said of the point stands. */
export function SurveyPhotos({ regionId, mealPointId }: Surveyed) {
  const params = { regionId, mealPointId };
  const query = useSurveyPhotos(params, useIsDrawn(true));
  const add = useAddSurveyPhoto(params);
  const remove = useRemoveSurveyPhoto(params);
  return (
    <Loaded query={query} what="照片">
      {({ photos }) => (
        <PhotoKeeper photos={photos} add={add} remove={remove} empty="拍下门口、厨房和餐厅，核验的人看得到。" />
      )}
    </Loaded>
  );
}
