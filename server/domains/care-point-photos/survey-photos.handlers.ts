import type { surveyPhotosContract } from "@shared/domains/care-point-photos/survey-photos.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import type { Actor } from "@server/core/policy";
import { addPhoto } from "./add-photo";
import type { PhotoPlace } from "./photo.model";
import { findPhotos } from "./photos.queries";
import { presentPhoto, presentPhotos } from "./photos.presenter";
import { removePhoto } from "./remove-photo";
import { surveyPhotosPolicy as policy } from "./survey-photos.policy";

interface Surveyed {
  readonly regionId: string;
  readonly mealPointId: string;
}

const placeOf = ({ regionId, mealPointId }: Surveyed): PhotoPlace => ({
  subject: { type: "meal-point", id: mealPointId },
  ownerId: regionId,
});

export const createSurveyPhotosHandlers = (deps: Deps): Handlers<typeof surveyPhotosContract> => {
  // What is an office's own is shown by links of the reader's own.
  const forReader = ({ sessionId }: Actor) => ({ ...deps, reader: sessionId });
  return {
    listSurveyPhotos: async ({ actor, authorize, params }) => {
      authorize(policy.listSurveyPhotos(actor, params));
      return presentPhotos(forReader(actor), await findPhotos(placeOf(params)));
    },

    addSurveyPhoto: async ({ actor, authorize, key, params, receive }) => {
      authorize(policy.addSurveyPhoto(actor, params));
      const { file, body } = await receive();
      const act = "survey-photos.add-survey-photo";
      const adding = { ...placeOf(params), act, actorId: actor.id, key, ...body, bytes: file.bytes };
      return presentPhoto(forReader(actor), await addPhoto(deps, adding));
    },

    removeSurveyPhoto: async ({ actor, authorize, params, body }) => {
      authorize(policy.removeSurveyPhoto(actor, params));
      const act = "survey-photos.remove-survey-photo";
      await removePhoto(deps, { ...placeOf(params), act, actorId: actor.id, ...body });
      return presentPhotos(forReader(actor), await findPhotos(placeOf(params)));
    },
  };
};
