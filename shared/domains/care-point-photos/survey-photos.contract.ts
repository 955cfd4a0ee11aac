import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id } from "@shared/core/primitives";
import { Photo, PhotoCaption, photoErrorCodes, photoErrors, PhotoList, photoUpload } from "./photo-shapes";

const params = z.strictObject({
  /** Whose office surveys it. */
  regionId: Id,
  mealPointId: Id,
});
const path = "/offices/:regionId/meal-points/:mealPointId";

/** 摸排照片: what an office saw where a meal point is to be built. Nobody else sees them. */
export const surveyPhotosContract = defineContract({
  name: "survey-photos",
  errors: photoErrors,
  endpoints: {
    listSurveyPhotos: {
      method: "GET",
      path: `${path}/photos`,
      summary: "The pictures of a survey, for the office",
      access: "signed-in",
      params,
      response: PhotoList,
    },
    addSurveyPhoto: {
      method: "POST",
      path: `${path}/photos`,
      summary: "Add a picture to a survey; no picture serves the office twice",
      access: "signed-in",
      keyed: true,
      params,
      upload: photoUpload,
      body: PhotoCaption,
      response: Photo,
      errors: photoErrorCodes,
    },
    removeSurveyPhoto: {
      method: "POST",
      path: `${path}/photo-removals`,
      summary: "Take a picture of a survey away for good; what is away already is fine",
      access: "signed-in",
      params,
      body: z.strictObject({ photoId: Id }),
      response: PhotoList,
    },
  },
});
