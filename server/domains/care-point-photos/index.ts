import { carePointPhotosContract } from "@shared/domains/care-point-photos/care-point-photos.contract";
import { surveyPhotosContract } from "@shared/domains/care-point-photos/survey-photos.contract";
import { auditOnly } from "@server/core/audit/audit-event";
import type { Domain } from "@server/core/domain";
import { createCarePointPhotosHandlers } from "./care-point-photos.handlers";
import { photoFiles, photoIndexes, PHOTOS } from "./photo.model";
import { createPhotosPersonalData } from "./photos-personal-data";
import { photosJobs } from "./photos.jobs";
import { createSurveyPhotosHandlers } from "./survey-photos.handlers";

export { buildPhoto } from "./photos.builders";

/**
 * Pictures of places. Staff who answer for a place add them, so they are shown at once; what residents will add one day
 * waits for a person's yes first.
 */
export const carePointPhotosDomain: Domain<typeof carePointPhotosContract> = {
  contract: carePointPhotosContract,
  createHandlers: createCarePointPhotosHandlers,
  jobs: photosJobs,
  indexes: [photoIndexes, ...photoFiles.indexes],
  outbox: [auditOnly(PHOTOS)],
  files: [photoFiles],
  createPersonalData: createPhotosPersonalData,
};

/** Pictures of surveys, for the office that surveys. */
export const surveyPhotosDomain: Domain<typeof surveyPhotosContract> = {
  contract: surveyPhotosContract,
  createHandlers: createSurveyPhotosHandlers,
  jobs: [],
  indexes: [],
};
