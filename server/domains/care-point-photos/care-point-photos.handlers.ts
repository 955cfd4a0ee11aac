import type { carePointPhotosContract } from "@shared/domains/care-point-photos/care-point-photos.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { carePointRegionScope } from "@server/domains/care-points/index";
import { addPhoto } from "./add-photo";
import { carePointPhotosPolicy as policy } from "./care-point-photos.policy";
import { orderPhotos } from "./order-photos";
import { placeOfCarePoint } from "./photo.model";
import { presentPhoto, presentPhotos } from "./photos.presenter";
import { findPhotos } from "./photos.queries";
import { removePhoto } from "./remove-photo";

const factsOf = async ({ carePointId }: { readonly carePointId: string }) => ({
  carePointId,
  districtId: await carePointRegionScope(carePointId),
});

export const createCarePointPhotosHandlers = (deps: Deps): Handlers<typeof carePointPhotosContract> => {
  const listOf = async (carePointId: string) => presentPhotos(deps, await findPhotos(placeOfCarePoint(carePointId)));
  return {
    listPhotos: async ({ params: { carePointId } }) => {
      if ((await carePointRegionScope(carePointId)) === null) throw notFound();
      return listOf(carePointId);
    },

    addPhoto: async ({ actor, authorize, key, params, receive }) => {
      authorize(policy.addPhoto(actor, await factsOf(params)));
      const { file, body } = await receive();
      const act = "care-point-photos.add-photo";
      const adding = {
        ...placeOfCarePoint(params.carePointId),
        act,
        actorId: actor.id,
        key,
        ...body,
        bytes: file.bytes,
      };
      return presentPhoto(deps, await addPhoto(deps, adding));
    },

    orderPhotos: async ({ actor, authorize, params, body }) => {
      authorize(policy.orderPhotos(actor, await factsOf(params)));
      await orderPhotos(deps, { ...params, ...body, actorId: actor.id });
      return listOf(params.carePointId);
    },

    removePhoto: async ({ actor, authorize, params, body }) => {
      authorize(policy.removePhoto(actor, await factsOf(params)));
      const act = "care-point-photos.remove-photo";
      await removePhoto(deps, { ...placeOfCarePoint(params.carePointId), act, actorId: actor.id, ...body });
      return listOf(params.carePointId);
    },
  };
};
