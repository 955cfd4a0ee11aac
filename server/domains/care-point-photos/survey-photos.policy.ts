import type { surveyPhotosContract } from "@shared/domains/care-point-photos/survey-photos.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";

/** What an office sees on its survey is the office's. */
const officerOfRegion: Policy<{ readonly regionId: string }> = (actor, { regionId }) =>
  checkOfficer(actor, regionId) ? "allow" : "forbidden";

export const surveyPhotosPolicy = {
  listSurveyPhotos: officerOfRegion,
  addSurveyPhoto: officerOfRegion,
  removeSurveyPhoto: officerOfRegion,
} satisfies Policies<typeof surveyPhotosContract>;
