export { PhotoStrip } from "./photo-strip";
export { SurveyPhotos } from "./survey-photos";
